import type { MergeConflict } from '@/lib/content/merge'

/** By what words of one's own are written where two edits met; null where only a side can be chosen. */
export type OwnWay = 'body' | 'lead' | 'line' | 'statement' | 'words' | 'citation'

/** Fields that are a line of plain words. */
const plain = [
  'title',
  'saidTo',
  'saidOn',
  'note',
  'description',
  'publisher',
  'issued',
  'url',
  'archiveUrl',
  'via',
]

/** How words of one's own can be written in place of both. A list as a whole, an order, a choice of a few: not here. */
export function ownWayOf({ field, blockId, theirs, yours }: MergeConflict): OwnWay | null {
  if (blockId !== undefined) return field === 'lead' ? 'lead' : 'body'
  if (field.startsWith('infobox.')) return 'line'
  if (field === 'statement') return 'statement'
  if (field === 'citations') return Array.isArray(theirs) || Array.isArray(yours) ? null : 'citation'
  return plain.includes(field) ? 'words' : null
}

/** What one's own words start from: yours, or theirs where yours is not there. */
export function firstWords(conflict: MergeConflict): unknown {
  const value = conflict.yours ?? conflict.theirs
  if (conflict.blockId !== undefined) return value === null ? [] : [value]
  return value
}
