'use client'
import { type ReactNode, useState } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import type { Citation } from '@/lib/content/citation'
import { messages } from '@/lib/messages/messages'

/** The id of a source that is not chosen yet; the server refuses it. */
export const NO_SOURCE = 0

/** A work is cited with its place in it, which is still to be said. */
const lacksPlace = ({ directness, opened, locator, quote }: Citation) =>
  directness === 'original' && opened === 'yes' && locator === null && quote === null

interface Props {
  number: number
  citation: Citation
  hasProblem: boolean
  onTakeOut: () => void
  children: ReactNode
}

/** One citation of a fact: collapsed once its source is chosen, open while it is new or has a problem. */
export function CitationRow({ number, citation, hasProblem, onTakeOut, children }: Props) {
  const texts = messages().editing.citation
  const { nameOf } = useReferences()
  const [isOpen, setIsOpen] = useState(citation.source <= NO_SOURCE || lacksPlace(citation))
  const name = nameOf(citation.source)?.label || texts.numbered(number)
  return (
    <details
      className="citation-row"
      open={isOpen || hasProblem}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <strong>{citation.source === NO_SOURCE ? texts.numbered(number) : name}</strong>{' '}
        <span className="quiet">
          {texts.stances[citation.stance]} · {texts.directnesses[citation.directness]} ·{' '}
          {texts.openedIn(citation.opened)}
        </span>
      </summary>
      {children}
      <button type="button" onClick={onTakeOut}>
        {texts.takeOut(number)}
      </button>
    </details>
  )
}
