import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { ownWords } from '@/db/talk/schema'

export type OwnWordsRow = typeof ownWords.$inferSelect

/** The words that an account shows of itself; null where it shows none. */
export async function findShownWords(
  db: Queryable,
  accountId: number,
): Promise<Pick<OwnWordsRow, 'words'> | null> {
  const [row] = await db
    .select({ words: ownWords.words })
    .from(ownWords)
    .where(and(eq(ownWords.accountId, accountId), eq(ownWords.state, 'shown')))
  return row ?? null
}

/** The newest of an account's words in each state that it has any in. */
export const findNewestWords = (db: Queryable, accountId: number): Promise<OwnWordsRow[]> =>
  db
    .selectDistinctOn([ownWords.state])
    .from(ownWords)
    .where(eq(ownWords.accountId, accountId))
    .orderBy(ownWords.state, desc(ownWords.id))

/** What a moderator decided last of an account's words; null where nothing was. */
export async function findLastDecidedWords(
  db: Queryable,
  accountId: number,
): Promise<Pick<OwnWordsRow, 'state' | 'reason'> | null> {
  const [row] = await db
    .select({ state: ownWords.state, reason: ownWords.reason })
    .from(ownWords)
    .where(and(eq(ownWords.accountId, accountId), sql`${ownWords.decidedAt} is not null`))
    .orderBy(desc(ownWords.decidedAt))
    .limit(1)
  return row ?? null
}

/** One version of somebody's words, by its number; null when there is none. */
export async function findOwnWords(db: Queryable, id: number): Promise<OwnWordsRow | null> {
  const [row] = await db.select().from(ownWords).where(eq(ownWords.id, id))
  return row ?? null
}

/** Gives an account's words in one state another one; gives whether there were any. */
export async function moveWords(
  tx: Tx,
  accountId: number,
  from: OwnWordsRow['state'],
  to: OwnWordsRow['state'],
): Promise<boolean> {
  const moved = await tx
    .update(ownWords)
    .set({ state: to })
    .where(and(eq(ownWords.accountId, accountId), eq(ownWords.state, from)))
    .returning({ id: ownWords.id })
  return moved.length > 0
}

/** Writes a version. */
export async function insertOwnWords(
  tx: Tx,
  row: Pick<OwnWordsRow, 'accountId' | 'words' | 'state'>,
): Promise<void> {
  await tx.insert(ownWords).values(row)
}

/** Decides a version. */
export async function decideWordsRow(
  tx: Tx,
  id: number,
  { state, byId, reason }: { state: 'shown' | 'declined'; byId: number; reason: string | null },
): Promise<void> {
  await tx
    .update(ownWords)
    .set({ state, decidedById: byId, decidedAt: sql`now()`, reason })
    .where(eq(ownWords.id, id))
}

/** The words that wait for a moderator, the oldest first, with whose they are. */
export const findWaitingWords = (db: Queryable, most: number) =>
  db
    .select({
      id: ownWords.id,
      words: ownWords.words,
      sentAt: ownWords.sentAt,
      authorId: account.id,
      authorName: account.name,
    })
    .from(ownWords)
    .innerJoin(account, eq(account.id, ownWords.accountId))
    .where(eq(ownWords.state, 'waiting'))
    .orderBy(asc(ownWords.id))
    .limit(most)

/** How many words wait, up to `most`: an expression. */
export const ownWordsUpTo = (most: SQL): SQL<number> => sql`(select count(*)::int
  from (select from ${ownWords} where ${ownWords.state} = 'waiting' limit ${most}) waiting)`
