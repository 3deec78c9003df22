import type { ReactNode } from 'react'
import type { Citation } from '@/lib/content/citation'
import { messages } from '@/lib/messages/messages'

/** How a citation supports what cites it: stance, directness, whether it was opened; then `children`. */
export function CitationSummary({ citation, children }: { citation: Citation; children: ReactNode }) {
  const { facts } = messages()
  return (
    <p className="citation-says">
      <b>{facts.stance[citation.stance]}</b>
      <span>{facts.directness[citation.directness]}</span>
      <span>{facts.opened[citation.opened]}</span>
      {children}
    </p>
  )
}
