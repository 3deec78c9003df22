import { findWholeEntry, setDeletion } from '@/db/entries/entries'
import { setClosedUntil } from '@/db/entries/facets'
import { lockEntries } from '@/db/publishing/publishing'
import type { Checked } from '@/db/reports/checked-words'
import { findClosedFrom } from '@/db/reports/closed-pieces'
import { removeSearchRow } from '@/db/search/search-rows'
import { findThreadOf, findWholeComment, setCheckedUntil, setWithheld } from '@/db/talk/comments'
import { lockThread } from '@/db/talk/threads'
import { endTimedWithholdings } from '@/db/withholding/withholdings'
import { messages } from '@/lib/messages/messages'
import type { Writing } from '@/lib/operations/writing'
import { tagsOf } from '@/lib/talk/show'
import { endPiece } from './closed-piece'
import { type ClosedVersions, tagsOfClosed, versionsOf } from './set-closed'

type Hiding = Pick<
  Writing<'comment.hide' | 'entry.hide' | 'entry.delete', 'talk.hidden' | 'entry.hidden' | 'entry.deleted'>,
  'tx' | 'audited' | 'happened'
>

/**
 * Keeps words closed that reports closed, in the mildest way that lasts: a comment, a summary and an older version are
 * hidden, a piece is taken out, a fact and a picture are deleted, and so is a source; each can be undone where that is done. Where `isReplaced`, other words stand in place of a piece already. Gives the tags of what shows them.
 */
export async function closeForGood(
  writing: Hiding,
  checked: Checked,
  { byId, isReplaced }: { byId: number; isReplaced: boolean },
): Promise<string[]> {
  const { target, targetId } = checked
  if (target === 'comment') return hideComment(writing, targetId, byId)
  if (target === 'piece') return takeOut(writing, checked, byId, isReplaced)
  const of = await versionsOf(writing.tx, checked)
  await lockEntries(writing.tx, [of.entryId])
  if (of.whole) return remove(writing, of, byId)
  return hideVersion(writing, of, byId)
}

const reason = () => messages().reports.checked.goneReason

async function hideComment({ tx, audited, happened }: Hiding, commentId: number, byId: number) {
  const at = await findThreadOf(tx, commentId)
  const thread = at && (await lockThread(tx, at.threadId))
  const comment = thread && (await findWholeComment(tx, commentId))
  if (!comment) return []
  await setCheckedUntil(tx, commentId, null)
  if (comment.withheld === null) {
    await setWithheld(tx, commentId, { strength: 'hidden', byId, reason: reason() })
    const of = thread.entryId === null ? {} : { entryId: thread.entryId }
    audited('comment.hide', {
      ...of,
      detail: { comment: commentId, author: comment.authorId },
      reason: reason(),
    })
    happened({ name: 'talk.hidden', threadId: thread.id, commentId })
  }
  return tagsOf(thread, { isNew: comment.number === 1 })
}

/** Ends the closing of a piece without its words: a source of which nothing else is said is deleted. */
async function takeOut(writing: Hiding, checked: Checked, byId: number, isReplaced: boolean) {
  const { tx, audited, happened } = writing
  const { targetId: entryId, piece, number } = checked
  await lockEntries(tx, [entryId])
  const to = (number ?? 1) - 1
  const from = (await findClosedFrom(tx, entryId, to)) ?? to
  if (piece === 'record' && !isReplaced) {
    const whole = await findWholeEntry(tx, entryId)
    if (whole && !whole.deletedAt) await setDeleted(writing, entryId, byId)
  }
  audited('entry.hide', { entryId, detail: { from, to, parts: ['text'] }, reason: reason() })
  happened({ name: 'entry.hidden', entryId })
  return endPiece(tx, checked, { isOpen: false, byId })
}

async function setDeleted({ tx, audited, happened }: Hiding, entryId: number, byId: number) {
  await setDeletion(tx, entryId, { byId, reason: reason() })
  await removeSearchRow(tx, entryId)
  audited('entry.delete', { entryId, reason: reason() })
  happened({ name: 'entry.deleted', entryId })
}

async function remove(writing: Hiding, of: ClosedVersions, byId: number): Promise<string[]> {
  const { tx } = writing
  const { entryId, whole } = of
  if (!whole?.deletedAt) await setDeleted(writing, entryId, byId)
  // What was closed for a day is deleted now: where that is undone, it is open.
  if (of.closedBy === 'facet') await setClosedUntil(tx, entryId, null)
  else await endTimedWithholdings(tx, of, null)
  return tagsOfClosed(tx, of)
}

async function hideVersion({ tx, audited, happened }: Hiding, of: ClosedVersions, byId: number) {
  const { entryId, part, from, to } = of
  await endTimedWithholdings(tx, of, { byId, reason: reason() })
  audited('entry.hide', { entryId, detail: { from, to, parts: [part] }, reason: reason() })
  happened({ name: 'entry.hidden', entryId })
  return tagsOfClosed(tx, of)
}
