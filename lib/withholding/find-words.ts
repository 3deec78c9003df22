import type { Queryable } from '@/db/postgres/client'
import { findTextsOfRevisions } from '@/db/revisions/revision-texts'
import { findCommentsSaying } from '@/db/talk/comments-saying'
import type { ReadScope } from '@/lib/policy/policy'
import { says } from './words-in'

/** Where words are in an entry's versions. */
export interface WordsFound {
  /** The first and last version that contains them, and how many do; null when none does. */
  range: { from: number; to: number; count: number } | null
  isInHead: boolean
  /** The versions whose summary contains them. */
  summaries: number[]
  /** Comments about it that say them, the oldest first, at most 50. */
  comments: { id: number; number: number; threadId: number }[]
}

const AT_ONCE = 100
const MOST_COMMENTS = 50

/** Searches every version of an entry that the scope shows, and every comment about it, for words. */
export async function findWords(
  db: Queryable,
  within: ReadScope,
  { id, headNumber }: { id: number; headNumber: number },
  words: string,
): Promise<WordsFound> {
  const [texts, summaries]: [number[], number[]] = [[], []]
  for (let from = 1; from <= headNumber; from += AT_ONCE) {
    for (const row of await findTextsOfRevisions(db, within, id, { from, to: from + AT_ONCE - 1 })) {
      if (says(row.content, words)) texts.push(row.number)
      if (says(row.summary, words)) summaries.push(row.number)
    }
  }
  const [from, to] = [texts.at(0), texts.at(-1)]
  const range = from === undefined || to === undefined ? null : { from, to, count: texts.length }
  const comments = await findCommentsSaying(db, within, id, words, MOST_COMMENTS)
  return { range, isInHead: texts.includes(headNumber), summaries, comments }
}
