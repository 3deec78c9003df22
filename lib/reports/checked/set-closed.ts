import { findWholeEntry, type WholeEntry } from '@/db/entries/entries'
import { setClosedUntil } from '@/db/entries/facets'
import type { Tx } from '@/db/postgres/client'
import { findRevision, lockEntries } from '@/db/publishing/publishing'
import type { Checked } from '@/db/reports/checked-words'
import { findThreadOf, findWholeComment, setCheckedUntil } from '@/db/talk/comments'
import { lockThread } from '@/db/talk/threads'
import { endTimedWithholdings, insertWithholdings, type WithheldPart } from '@/db/withholding/withholdings'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { followPresence } from '@/lib/moderation/follow-presence'
import { tagsOf } from '@/lib/talk/show'
import type { Range } from '@/lib/withholding/range'
import { tagsOfWithheld } from '@/lib/withholding/withhold'
import { closePiece, endPiece } from './closed-piece'

/** Until when words are closed, and by whose report: null for a visitor's, which closes facts alone. */
interface Until {
  until: Date
  byId: number | null
}

/**
 * Closes words to the public until then, or opens them again where that is null, by `endedById` or, where that is null,
 * because the day has passed. Gives the tags of what shows them.
 * Takes the publish lock: call it last, just before the event.
 */
export async function setClosed(
  tx: Tx,
  checked: Checked,
  closed: Until | null,
  endedById: number | null = null,
): Promise<string[]> {
  const { target, targetId } = checked
  if (target === 'comment') return setComment(tx, targetId, closed)
  if (target === 'piece')
    return closed
      ? closePiece(tx, checked, { until: closed.until, byId: requireAccount(closed.byId) })
      : endPiece(tx, checked, { isOpen: true, byId: endedById })
  const of = await versionsOf(tx, checked)
  await lockEntries(tx, [of.entryId])
  if (of.closedBy === 'facet') await setClosedUntil(tx, of.entryId, closed?.until ?? null)
  else if (!closed) await endTimedWithholdings(tx, of, null)
  else {
    const range = { entryId: of.entryId, fromNumber: of.from, toNumber: of.to, strength: 'hidden' as const }
    await insertWithholdings(tx, [of.part], {
      ...range,
      until: closed.until,
      byId: requireAccount(closed.byId),
      reason: messages().reports.checked.reason,
    })
  }
  return tagsOfClosed(tx, of)
}

/** The tags of what shows closed versions; of a whole entry also of what lists it. */
export async function tagsOfClosed(tx: Tx, of: ClosedVersions): Promise<string[]> {
  const shown = await tagsOfWithheld(tx, of.entryId, of)
  return of.whole ? [...shown, ...(await followPresence(tx, of.whole))] : shown
}

/** Only facts are closed for who has no account. */
function requireAccount(byId: number | null): number {
  if (byId === null) throw new Error('a visitor withholds no versions')
  return byId
}

async function setComment(tx: Tx, commentId: number, closed: Until | null): Promise<string[]> {
  const at = await findThreadOf(tx, commentId)
  const thread = at && (await lockThread(tx, at.threadId))
  const comment = thread && (await findWholeComment(tx, commentId))
  if (!comment) return []
  await setCheckedUntil(tx, commentId, closed?.until ?? null)
  return tagsOf(thread, { isNew: comment.number === 1 })
}

/** The versions whose words are closed, and the part of them. */
export interface ClosedVersions extends Range {
  entryId: number
  part: WithheldPart
  /** How they are closed. */
  closedBy: 'facet' | 'versions'
  /** The entry, where it is closed as a whole. */
  whole: WholeEntry | null
}

/** The versions that words of a target are: an entry is closed in all of its versions. */
export async function versionsOf(
  tx: Tx,
  { target, targetId }: Pick<Checked, 'target' | 'targetId'>,
): Promise<ClosedVersions> {
  if (target === 'entry') {
    const whole = await findWholeEntry(tx, targetId)
    if (!whole) throw new Error(`there is no entry ${targetId}`)
    const closedBy = kindOf(whole.kind).closedBy === 'facet' ? 'facet' : 'versions'
    return { entryId: targetId, part: 'text', from: 1, to: whole.headNumber, closedBy, whole }
  }
  const revision = await findRevision(tx, targetId)
  if (!revision) throw new Error(`there is no version ${targetId}`)
  const { entryId, number } = revision
  const part = target === 'summary' ? 'summary' : 'text'
  return { entryId, part, from: number, to: number, closedBy: 'versions', whole: null }
}
