import { createHmac } from 'node:crypto'
import { findWholeEntry } from '@/db/entries/entries'
import type { Tx } from '@/db/postgres/client'
import { findEntryHeads, findRevision, findRevisionContent } from '@/db/publishing/publishing'
import type { Checked } from '@/db/reports/checked-words'
import type { Reported } from '@/db/reports/reports'
import { findWholeComment } from '@/db/talk/comments'
import { isTextWithheld } from '@/db/withholding/withholdings'
import { env } from '@/lib/env'
import { kindOf } from '@/lib/kinds/registry'
import { wordsIn } from '@/lib/withholding/words-in'
import { findPiece } from './closed-piece'

/** Words that a report can close, and what has them. */
export interface ClosableWords extends Checked {
  hash: string
}

/**
 * The words that a report about this can close: a fact, a picture, a source, a piece of a page, a comment, the summary
 * of a version, and an older version. Null for everything else, and for what nobody reads any more. A page as a whole is
 * never closed.
 */
export async function closableWords(tx: Tx, about: Reported): Promise<ClosableWords | null> {
  const found = await wordsOf(tx, about)
  return found && found.words.trim() !== '' ? { ...found, hash: hashOfWords(found.words) } : null
}

type FoundWords = Checked & { words: string }

/** What is no piece. */
const whole = { piece: '', number: null }

async function wordsOf(tx: Tx, about: Reported): Promise<FoundWords | null> {
  const { target, entryId, revisionId, commentId } = about
  if (target === 'comment' && commentId !== null) {
    const comment = await findWholeComment(tx, commentId)
    if (comment?.state !== 'shown' || comment.withheld !== null) return null
    return { ...whole, target, targetId: commentId, words: comment.words ?? '' }
  }
  if (entryId === null) return null
  if ((target === 'summary' || target === 'revision') && revisionId !== null)
    return wordsOfVersion(tx, revisionId, target)
  return about.piece === null ? wordsOfHead(tx, entryId) : wordsOfPiece(tx, entryId, about.piece)
}

async function wordsOfHead(tx: Tx, entryId: number): Promise<FoundWords | null> {
  const entry = await findWholeEntry(tx, entryId)
  if (!entry || entry.deletedAt) return null
  const { closedBy } = kindOf(entry.kind)
  if (closedBy === null) return null
  if (closedBy === 'record') return wordsOfPiece(tx, entryId, closedBy)
  const head = (await findEntryHeads(tx, [entryId])).get(entryId)
  return head ? { ...whole, target: 'entry', targetId: entryId, words: wordsIn(head.content) } : null
}

async function wordsOfPiece(tx: Tx, entryId: number, piece: string): Promise<FoundWords | null> {
  const found = await findPiece(tx, entryId, piece)
  return (
    found && {
      ...{ target: 'piece', targetId: entryId, piece, number: found.number },
      words: wordsIn(found.piece.content),
    }
  )
}

async function wordsOfVersion(
  tx: Tx,
  revisionId: number,
  target: 'summary' | 'revision',
): Promise<FoundWords | null> {
  const revision = await findRevision(tx, revisionId)
  const entry = revision && (await findWholeEntry(tx, revision.entryId))
  if (!entry || entry.deletedAt) return null
  const { entryId, number, summary } = revision
  if (target === 'summary') return { ...whole, target, targetId: revisionId, words: summary }
  if (number === entry.headNumber) return wordsOfHead(tx, entryId)
  if (await isTextWithheld(tx, entryId, number)) return null
  const found = await findRevisionContent(tx, entryId, number)
  return found && { ...whole, target, targetId: revisionId, words: wordsIn(found.content) }
}

/** A keyed hash of words, the same in any case and spacing: the wiki knows them again, and cannot read them from it. */
export function hashOfWords(words: string): string {
  const secret = createHmac('sha256', env.authSecret).update('loreleaf checked words').digest()
  const plain = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\0]+/gu, ' ')
    .trim()
  return createHmac('sha256', secret).update(plain).digest('base64url')
}
