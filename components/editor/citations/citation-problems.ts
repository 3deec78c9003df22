import { citationLimits } from '@/lib/content/citation-limits'
import { messages } from '@/lib/messages/messages'
import { isAtMost } from '@/lib/text/graphemes'
import type { CitationDraft } from './citation-draft'

export type CitationProblems = Partial<Record<'source' | keyof typeof citationLimits, string>>

/** Problems of a citation, found before it is inserted: the server could only point at the whole field. */
export function citationProblems(citation: CitationDraft): CitationProblems {
  const { editing } = messages()
  const problems: CitationProblems = {}
  if (citation.source === null) problems.source = editing.citation.sourceMissing
  for (const [name, limit] of Object.entries(citationLimits) as [keyof typeof citationLimits, number][]) {
    if (!isAtMost(citation[name] ?? '', limit)) problems[name] = editing.atMost(limit)
  }
  return problems
}
