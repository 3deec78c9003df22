import { findAccountCard } from '@/db/accounts/accounts'
import type { Queryable } from '@/db/postgres/client'
import { findAnyEntryId, findAnyRevision, type Reported } from '@/db/reports/reports'
import { findThreadOf } from '@/db/talk/comments'
import { hasPieces } from '@/lib/kinds/pieces'
import type { Asked } from '@/lib/reports/asked'
import type { parts } from './schema'

/** Of a version in a history: the part that is reported. */
export type Part = (typeof parts)[number]

const site: Reported = {
  ...{ target: 'site', entryId: null, revisionId: null },
  ...{ commentId: null, aboutAccountId: null, piece: null },
}

/**
 * The ids of what is reported, whatever has been hidden or deleted of it meanwhile: no report is lost because a
 * moderator was faster. What does not exist becomes the wiki as a whole. Show it only through `showReported`.
 */
export async function resolve(
  db: Queryable,
  asked: Asked,
  part?: Part,
  piece: string | null = null,
): Promise<Reported> {
  if (!asked) return site
  const { kind, id } = asked
  if (kind === 'account') {
    const card = await findAccountCard(db, id)
    return card ? { ...site, target: 'account', aboutAccountId: card.id } : site
  }
  if (kind === 'comment') {
    const found = await findThreadOf(db, id)
    return found ? { ...site, target: 'comment', entryId: found.entryId, commentId: id } : site
  }
  if (kind === 'revision' || kind === 'summary') return resolveVersion(db, id, part ?? partOf(kind))
  const entryId = await findAnyEntryId(db, kind, id)
  return entryId === null ? site : { ...site, target: kind, entryId, piece: hasPieces(kind) ? piece : null }
}

const partOf = (kind: 'revision' | 'summary'): Part => (kind === 'revision' ? 'edit' : 'summary')

async function resolveVersion(db: Queryable, id: number, part: Part): Promise<Reported> {
  const found = await findAnyRevision(db, id)
  if (!found) return site
  const { entryId, authorId } = found
  const version = { entryId, revisionId: id, commentId: null, piece: null }
  if (part === 'name' && authorId !== null) return { ...version, target: 'account', aboutAccountId: authorId }
  return { ...version, target: part === 'summary' ? 'summary' : 'revision', aboutAccountId: null }
}
