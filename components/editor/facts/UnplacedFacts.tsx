'use client'
import { useReferences } from '@/components/editor/citations/references'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { shorten } from '@/lib/text/shorten'
import { useUnplacedFacts } from './facts-of-page'

/** Facts about the page that have no place in its text yet, each to be put into a list. */
export function UnplacedFacts({ onPlace }: { onPlace: (ids: number[]) => void }) {
  const texts = messages().facts.inPage
  const { remember } = useReferences()
  const unplaced = useUnplacedFacts()
  if (unplaced.length === 0) return null
  const place = (facts: readonly Named[]) => {
    for (const fact of facts) remember(fact)
    onPlace(facts.map(({ id }) => id))
  }
  return (
    <details className="unplaced-facts">
      <summary>{texts.unplaced(unplaced.length)}</summary>
      <ul className="plain">
        {unplaced.map((fact) => (
          <li key={fact.id}>
            <span dir="auto">{fact.label}</span>
            <button type="button" onClick={() => place([fact])}>
              {texts.place}
              <span className="sr-only">: {shorten(fact.label, 60)}</span>
            </button>
          </li>
        ))}
      </ul>
      {unplaced.length > 1 && (
        <button type="button" onClick={() => place(unplaced)}>
          {texts.placeAll}
        </button>
      )}
    </details>
  )
}
