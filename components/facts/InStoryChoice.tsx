'use client'
import { useState } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import { EntryPicker } from '@/components/editor/suggest/EntryPicker'
import type { Citation } from '@/lib/content/citation'
import { citationOf } from '@/lib/content/fresh-citation'
import { seenInStory } from '@/lib/content/seen-in-story'
import type { Named } from '@/lib/entries/named'
import { newSourceOfWork } from '@/lib/kinds/schemas/source-of-work'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** The source that is the work of which a page tells; null where the wiki has none, or cannot be reached. */
async function knownSourceOf(page: number): Promise<Named | null> {
  const answer = await fetch(paths.suggest({ q: String(page), kinds: 'work' })).catch(() => null)
  if (!answer?.ok) return null
  const { results } = (await answer.json()) as { results: Named[] }
  return results[0] ?? null
}

/** For what happens in the story: the episode or volume is chosen by its page, and cited as the work itself. */
export function InStoryChoice({ onCite }: { onCite: (citation: Citation) => void }) {
  const { inStory: texts } = messages().newFact
  const { remember, addSource } = useReferences()
  const [isOpen, setIsOpen] = useState(false)

  async function cite(page: Named) {
    setIsOpen(false)
    const known = await knownSourceOf(page.id)
    if (known) remember(known)
    onCite(citationOf(known?.id ?? addSource(newSourceOfWork(page.label, page.id)), seenInStory))
  }

  if (!isOpen)
    return (
      <button type="button" onClick={() => setIsOpen(true)}>
        {texts.add}
      </button>
    )
  return (
    <div className="field">
      <label htmlFor="field-in-story">{texts.work}</label>
      <EntryPicker
        id="field-in-story"
        label={texts.work}
        hint={texts.workHint}
        kinds={['page']}
        onPick={cite}
        isLabelHidden
        autoFocus
      />
      <p>
        <button type="button" className="quiet-button" onClick={() => setIsOpen(false)}>
          {texts.cancel}
        </button>
      </p>
    </div>
  )
}
