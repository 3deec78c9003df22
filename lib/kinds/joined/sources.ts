import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** A source with what only the other knows. The note of the other comes after its own. */
export function joinSources(kept: SourceContent, given: SourceContent): SourceContent {
  const joined = { ...kept }
  for (const name of Object.keys(emptySource) as (keyof SourceContent)[])
    if (isUnknown(kept[name])) Object.assign(joined, { [name]: given[name] })
  return { ...joined, note: joinNotes(kept.note, given.note) }
}

const isUnknown = (value: SourceContent[keyof SourceContent]) =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && 'kind' in value && value.kind === 'unknown')

const MOST = 4000

/** Two notes as one; where they would be too long, the first alone. */
export function joinNotes(kept: string | null, given: string | null): string | null {
  if (!given || kept?.includes(given)) return kept
  const both = [kept, given].filter(Boolean).join('\n')
  return both.length > MOST ? kept : both
}
