import { findWholeEntry } from '@/db/entries/entries'
import type { Tx } from '@/db/postgres/client'
import { findRevisionContent, lockEntries } from '@/db/publishing/publishing'
import type { Checked } from '@/db/reports/checked-words'
import { findClosedFrom, findFirstWith } from '@/db/reports/closed-pieces'
import { endTimedWithholdings, insertWithholdings } from '@/db/withholding/withholdings'
import { lockedHead, publishInstead } from '@/lib/changesets/publish-instead'
import { mergeContents } from '@/lib/content/merge'
import { normalizeContent } from '@/lib/content/normalize'
import { enqueue } from '@/lib/jobs/enqueue'
import { FORGET_WORDS_KEY } from '@/lib/jobs/keys'
import { type Piece, pieceOf } from '@/lib/kinds/pieces'
import { kindOf, stored } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { followPresence } from '@/lib/moderation/follow-presence'
import { tagsOfWithheld } from '@/lib/withholding/withhold'
import { wordsIn } from '@/lib/withholding/words-in'

/** A piece of an entry's head, which is locked, with the number that the version without it will have. */
export interface FoundPiece {
  piece: Piece
  number: number
}

/** Locks an entry and finds a piece of what it says now; null where it is deleted, or has no such piece. */
export async function findPiece(tx: Tx, entryId: number, name: string): Promise<FoundPiece | null> {
  await lockEntries(tx, [entryId])
  const whole = await findWholeEntry(tx, entryId)
  const head = await lockedHead(tx, entryId)
  if (!head || whole?.deletedAt) return null
  const piece = pieceOf(head.kind, head.content, name)
  return piece && { piece, number: head.headNumber + 1 }
}

/**
 * Takes a piece out of what an entry says, until then: the wiki publishes a version with a sentence in its place, so all
 * that is derived from the entry follows, and hides the older versions that have it. Gives the tags of what shows them.
 */
export async function closePiece(
  tx: Tx,
  { targetId: entryId, piece: name }: Checked,
  { until, byId }: { until: Date; byId: number },
): Promise<string[]> {
  const found = await findPiece(tx, entryId, name)
  if (!found) throw new Error(`entry ${entryId} has no ${name}`)
  const { piece, number } = found
  const texts = messages().reports.checked
  const from = await findFirstWith(tx, entryId, traceOf(name, piece), number - 1)
  await insertWithholdings(tx, ['text'], {
    ...{ entryId, fromNumber: from, toNumber: number - 1, strength: 'hidden', until, byId },
    reason: texts.reason,
  })
  const sentence = name === 'record' ? texts.sourceInPlace : texts.inPlace
  await publishInstead(tx, entryId, () => piece.with(sentence), {
    summary: texts.closedSummary,
    by: itself(),
  })
  // No word that only this text had stays among those that a slip is compared with.
  enqueue(tx, 'forget-words', {}, { key: FORGET_WORDS_KEY })
  return tagsOfPiece(tx, entryId, { from, to: number - 1 })
}

/**
 * Ends that, by a moderator or, where `byId` is null, because the day has passed. Open, the words stand where the sentence
 * stands, unless somebody has written something else there; taken out, neither does. Gives the tags of what shows them.
 */
export async function endPiece(
  tx: Tx,
  { targetId: entryId, piece: name, number }: Checked,
  { isOpen, byId }: { isOpen: boolean; byId: number | null },
): Promise<string[]> {
  if (number === null) throw new Error('a closed piece has no version')
  await lockEntries(tx, [entryId])
  const texts = messages().reports.checked
  const to = number - 1
  const from = (await findClosedFrom(tx, entryId, to)) ?? to
  const forGood = isOpen || byId === null ? null : { byId, reason: texts.goneReason }
  await endTimedWithholdings(tx, { entryId, part: 'text', from, to }, forGood)
  const [closed, whole] = [
    await findRevisionContent(tx, entryId, number),
    await findRevisionContent(tx, entryId, to),
  ]
  if (closed !== null && whole !== null)
    await publishInstead(
      tx,
      entryId,
      ({ kind, content }) => {
        const base = stored(kind, closed)
        const instead = isOpen ? stored(kind, whole) : pieceOf(kind, base, name)?.with(null)
        const described = kindOf(kind)
        const merged =
          instead && mergeContents(described, base, content, normalizeContent(described, instead))
        return merged?.ok ? merged.content : content
      },
      { summary: isOpen ? texts.openedSummary : texts.goneSummary, by: byId ?? itself() },
    )
  return tagsOfPiece(tx, entryId, { from, to })
}

function itself() {
  const { authorName: name, authorPlace: place } = messages().reports.checked
  return { name, place }
}

/** A long run of plain words of a piece is found in the text of old versions as the database stores it. */
function traceOf(name: string, { content }: Piece) {
  const [of, key = ''] = name.split(':')
  const runs = wordsIn(content).match(/[\p{L}\p{N}][\p{L}\p{N} ]{11,}/gu) ?? []
  const [run = null] = runs.sort((one, other) => other.length - one.length)
  return { blockId: of === 'passage' ? key : null, key: of === 'value' ? key : null, run }
}

async function tagsOfPiece(tx: Tx, entryId: number, range: { from: number; to: number }): Promise<string[]> {
  const whole = await findWholeEntry(tx, entryId)
  const shown = await tagsOfWithheld(tx, entryId, range)
  return whole ? [...shown, ...(await followPresence(tx, whole))] : shown
}
