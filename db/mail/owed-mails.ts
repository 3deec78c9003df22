import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { owedMail, resetRequest } from '@/db/mail/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

type OwedMailRow = typeof owedMail.$inferSelect

export type MailPurpose = OwedMailRow['purpose']

/** A queued mail, with the name of its account. */
export type OwedMail = OwedMailRow & { name: string }

/** A mail that could not be sent by then is dropped: it would be out of date. */
const twoDaysAgo = sql`now() - interval '2 days'`

/** Queues a mail, and gives its id. */
export async function insertOwedMail(
  tx: Tx,
  values: Pick<OwedMailRow, 'accountId' | 'purpose' | 'address'>,
): Promise<number> {
  const [row] = await tx.insert(owedMail).values(values).returning({ id: owedMail.id })
  if (!row) throw new Error('a mail was not written down')
  return row.id
}

/** A queued mail; null when it was sent, or is not needed any more. */
export async function findOwedMail(db: Queryable, id: number): Promise<OwedMail | null> {
  const [row] = await db
    .select()
    .from(owedMail)
    .innerJoin(account, eq(account.id, owedMail.accountId))
    .where(eq(owedMail.id, id))
  return row ? { ...row.owed_mail, name: row.account.name } : null
}

/** Removes a mail that was sent. */
export async function settleMail(db: Primary, id: number): Promise<void> {
  await db.delete(owedMail).where(eq(owedMail.id, id))
}

/** Removes an account's queued mails of these purposes without sending them: they are out of date. */
export async function dropOwedMails(tx: Tx, accountId: number, purposes: MailPurpose[]): Promise<void> {
  await tx.delete(owedMail).where(and(eq(owedMail.accountId, accountId), inArray(owedMail.purpose, purposes)))
}

/** The queued mails beyond this id that were not given up, in order, at most so many. */
export async function findOwedMailIds(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: owedMail.id })
    .from(owedMail)
    .where(and(gt(owedMail.id, after), gt(owedMail.createdAt, twoDaysAgo)))
    .orderBy(asc(owedMail.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Deletes mails that could not be sent for two days. */
export async function forgetOldMails(db: Primary): Promise<void> {
  await db.delete(owedMail).where(lt(owedMail.createdAt, twoDaysAgo))
}

/** Stores a request for a link, by a name or an address, and gives its id. */
export async function insertResetRequest(
  tx: Tx,
  values: { nameKey: string; email: string | null; isToSignIn: boolean },
): Promise<number> {
  const [row] = await tx.insert(resetRequest).values(values).returning({ id: resetRequest.id })
  if (!row) throw new Error('a request was not written down')
  return row.id
}

/** The name or address of a reset request; null when it was processed already. */
export async function findResetRequest(
  db: Queryable,
  id: number,
): Promise<typeof resetRequest.$inferSelect | null> {
  const [row] = await db.select().from(resetRequest).where(eq(resetRequest.id, id))
  return row ?? null
}

/** Removes a request; false when somebody else has. Of two concurrent removals one succeeds. */
export async function settleResetRequest(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx.delete(resetRequest).where(eq(resetRequest.id, id)).returning({ id: resetRequest.id })
  return rows.length > 0
}

/** The unprocessed requests beyond this id, in order, at most so many. */
export async function findResetRequestIds(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: resetRequest.id })
    .from(resetRequest)
    .where(gt(resetRequest.id, after))
    .orderBy(asc(resetRequest.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Deletes requests that were not processed for a day. */
export async function forgetOldResetRequests(db: Primary): Promise<void> {
  await db.delete(resetRequest).where(lt(resetRequest.createdAt, sql`now() - interval '1 day'`))
}
