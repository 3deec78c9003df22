import type { MergeConflict } from '@/lib/content/merge'

/** Which editor to use for text of one's own in a conflict; null where only a side can be chosen. */
export type OwnWay = 'body' | 'lead' | 'line' | 'statement' | 'words' | 'citation'

/** Fields with one line of plain text. */
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

/** Which editor fits the conflict. None for a whole list, an order, or a choice from a few values. */
export function ownWayOf({ field, blockId, theirs, yours }: MergeConflict): OwnWay | null {
  if (blockId !== undefined) return field === 'lead' ? 'lead' : 'body'
  if (field.startsWith('infobox.')) return 'line'
  if (field === 'statement') return 'statement'
  if (field === 'citations') return Array.isArray(theirs) || Array.isArray(yours) ? null : 'citation'
  return plain.includes(field) ? 'words' : null
}

/** The initial text: yours, or theirs where yours is missing. */
export function firstWords(conflict: MergeConflict): unknown {
  const value = conflict.yours ?? conflict.theirs
  if (conflict.blockId !== undefined) return value === null ? [] : [value]
  return value
}
