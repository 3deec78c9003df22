import { findWholeEntry, type WholeEntry } from '@/db/entries/entries'
import { findMerged } from '@/db/entries/merges'
import { primary, type Queryable } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import type { RequestedChange } from '@/lib/changesets/parse'
import { RefusalError, refuse } from '@/lib/errors'
import { type AnyContent, contentOf, kindOf, stored } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { findOther } from './find-other'

/** The entry that is merged, the one that it is merged into, and what both would say then. */
export interface Both {
  given: WholeEntry
  kept: WholeEntry
  /** What the other says now. */
  now: AnyContent
  requested: RequestedChange[]
}

interface Asked {
  entryId: number
  /** What was typed: the number of the other, or its address. */
  into: string
  /** The id of the other, where it was chosen by name. */
  intoSource: number | null
}

/** Both entries of a merge as they stand now. Throws a `RefusalError`, at `into` where the other cannot be the one. */
export async function bothNow({ entryId, into, intoSource }: Asked): Promise<Both> {
  const texts = codes().moderating.merge
  const given = await findWholeEntry(primary(), entryId)
  const joined = given && kindOf(given.kind).joined
  if (!given || !joined) throw new RefusalError(refuse('not_found', codes().moderating.notFound))
  if (given.deletedAt) throw new RefusalError(refuse('already_decided', codes().moderating.isDeleted))
  const otherId = intoSource ?? (await findOther(given.kind, into))
  const kept = otherId === null ? null : await findWholeEntry(primary(), otherId)
  if (!kept || kept.kind !== given.kind || kept.deletedAt) throw atOther(texts.noOther)
  if (kept.id === given.id) throw atOther(texts.itself)
  await demandUnmerged(primary(), given.id, kept.id)
  const heads = await findEntryHeads(primary(), [given.id, kept.id])
  const requested = [kept, given].map(({ id, kind }, at): RequestedChange => {
    const content = contentAt(heads, id)
    const says = at === 0 ? (joined as Join)(content, contentAt(heads, given.id)) : content
    const baseNumber = heads.get(id)?.headNumber ?? 0
    return { ...contentOf(kind, says), position: at + 1, entryId: id, baseNumber }
  })
  return { given, kept, now: contentAt(heads, kept.id), requested }
}

type Join = (kept: AnyContent, given: AnyContent) => AnyContent

function contentAt(heads: Awaited<ReturnType<typeof findEntryHeads>>, id: number): AnyContent {
  const head = heads.get(id)
  // Its current version was erased.
  if (!head) throw new RefusalError(refuse('not_found', codes().moderating.notFound))
  return stored(head.kind, head)
}

/** Throws a `RefusalError` where one of them was merged already. Asked again once both are locked. */
export async function demandUnmerged(db: Queryable, givenId: number, keptId: number): Promise<void> {
  const merged = await findMerged(db, [givenId, keptId])
  const texts = codes().moderating.merge
  if (merged.has(givenId)) throw new RefusalError(refuse('already_decided', texts.already))
  if (merged.has(keptId)) throw atOther(texts.otherMerged)
}

const atOther = (message: ReturnType<typeof codes>['moderating']['merge']['noOther']) =>
  new RefusalError(refuse('invalid', message, { into: message }))
