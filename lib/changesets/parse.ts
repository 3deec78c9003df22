import type { SubmissionItemRow } from '@/db/submissions/submissions'
import { isErased } from '@/db/withholding/withheld-items'
import { parseContent } from '@/lib/content/parse'
import { RefusalError, refuse } from '@/lib/errors'
import { contentOf, type EntryContent, kindOf, storedEntry } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import type { Changeset } from './schema'

/** What an author wants an entry to say, and what they saw when they began. */
export type RequestedChange = EntryContent & {
  /** The place in the changeset, from 1; see `temporaryId`. */
  position: number
  entryId: number | null
  baseNumber: number | null
  /** The round of the author's own edit that this one is based on, in place of the revision. */
  baseRoundId?: number | null | undefined
}

/** What a changeset asks for, its contents parsed. Throws a `RefusalError` with a sentence at the field (`items.N.field`). */
export const parseChangeset = (changeset: Changeset): RequestedChange[] =>
  changeset.items.map((item, index) => parseItem(item, index + 1))

/** A kept item as what its author asked for. Throws a `RefusalError` when its text was erased. */
export function requestedChangeOf(item: SubmissionItemRow): RequestedChange {
  const { position, entryId, baseNumber, baseRoundId } = item
  if (isErased(item)) throw new RefusalError(refuse('not_found', codes().writing.contentErased))
  return { ...storedEntry(item.entryKind, item), position, entryId, baseNumber, baseRoundId }
}

function parseItem(item: Changeset['items'][number], position: number): RequestedChange {
  const parsed = parseContent(kindOf(item.kind), item.content)
  if (!parsed.ok) throw new RefusalError(atItem(parsed, position))
  return {
    ...contentOf(item.kind, parsed.content),
    position,
    entryId: item.entryId,
    baseNumber: item.baseNumber,
    baseRoundId: item.baseRoundId ?? null,
  }
}

/** Fields of a changeset with several entries are told apart by their place in it. */
function atItem(refusal: ReturnType<typeof refuse>, position: number) {
  const fields = Object.entries(refusal.fields ?? {}).map(([field, sentence]) => [
    `items.${position}.${field}`,
    sentence,
  ])
  const places = refusal.places?.map(({ path, ...rest }) => ({ ...rest, path: ['items', position, ...path] }))
  return { ...refuse(refusal.reason, refusal.message, Object.fromEntries(fields)), ...(places && { places }) }
}
