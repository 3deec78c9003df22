'use client'
import { type ReactNode, useState } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import type { Citation } from '@/lib/content/citation'
import { messages } from '@/lib/messages/messages'

/** The id of a source that is not chosen yet; the server refuses it. */
export const NO_SOURCE = 0

interface Props {
  number: number
  citation: Citation
  hasProblem: boolean
  /** It was added here: its passage is still to be said. */
  isNew: boolean
  onTakeOut: () => void
  children: ReactNode
}

/** One citation of a fact: collapsed once its source is chosen, open while it is new or has a problem. */
export function CitationRow({ number, citation, hasProblem, isNew, onTakeOut, children }: Props) {
  const texts = messages().editing.citation
  const { nameOf } = useReferences()
  const [isOpen, setIsOpen] = useState(isNew || citation.source <= NO_SOURCE)
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
