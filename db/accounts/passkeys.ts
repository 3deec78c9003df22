import { and, asc, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { passkey, passkeyChallenge } from '@/db/accounts/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

type Row = typeof passkey.$inferSelect

/** A passkey as its owner sees it. */
export type OwnPasskey = Pick<Row, 'id' | 'name' | 'createdAt' | 'lastUsedAt'>

/** Stores a challenge for so many seconds: to add a passkey to an account, or with null to sign in. */
export async function insertChallenge(
  db: Primary | Tx,
  values: { id: string; accountId: number | null; seconds: number },
): Promise<void> {
  const { id, accountId, seconds } = values
  await db
    .insert(passkeyChallenge)
    .values({ id, accountId, expiresAt: sql`now() + make_interval(secs => ${seconds})` })
}

/** Uses up a challenge for this account, or with null for signing in; false where it is none. Of two uses one succeeds. */
export async function takeChallenge(db: Primary, id: string, accountId: number | null): Promise<boolean> {
  const whose =
    accountId === null ? isNull(passkeyChallenge.accountId) : eq(passkeyChallenge.accountId, accountId)
  const taken = await db
    .delete(passkeyChallenge)
    .where(and(eq(passkeyChallenge.id, id), whose, gt(passkeyChallenge.expiresAt, sql`now()`)))
    .returning({ id: passkeyChallenge.id })
  return taken.length > 0
}

/** Deletes challenges that nobody answered. */
export async function forgetOldChallenges(db: Primary): Promise<void> {
  await db.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, sql`now()`))
}

/** The passkeys of an account, the first added first. */
export async function findPasskeysOf(db: Queryable, accountId: number): Promise<OwnPasskey[]> {
  return db
    .select({
      id: passkey.id,
      name: passkey.name,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
    })
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .orderBy(asc(passkey.createdAt), asc(passkey.id))
}

/** A passkey by its credential's id; null when there is none. */
export async function findPasskey(db: Queryable, id: string): Promise<Row | null> {
  const [row] = await db.select().from(passkey).where(eq(passkey.id, id))
  return row ?? null
}

/** Adds a passkey; false where it is there already. */
export async function insertPasskey(
  tx: Tx,
  values: Pick<Row, 'id' | 'accountId' | 'name' | 'publicKey' | 'counter'>,
): Promise<boolean> {
  const added = await tx.insert(passkey).values(values).onConflictDoNothing().returning({ id: passkey.id })
  return added.length > 0
}

/** Notes a use of a passkey, if its counter is what it was (`from`); false where another use came first. */
export async function notePasskeyUsed(db: Primary, id: string, from: number, to: number): Promise<boolean> {
  const noted = await db
    .update(passkey)
    .set({ counter: to, lastUsedAt: sql`now()` })
    .where(and(eq(passkey.id, id), eq(passkey.counter, from)))
    .returning({ id: passkey.id })
  return noted.length > 0
}

/** Removes a passkey of this account; false where it has no such one. */
export async function deletePasskey(tx: Tx, accountId: number, id: string): Promise<boolean> {
  const gone = await tx
    .delete(passkey)
    .where(and(eq(passkey.id, id), eq(passkey.accountId, accountId)))
    .returning({ id: passkey.id })
  return gone.length > 0
}

/** How many passkeys an account has. */
export async function countPasskeys(db: Queryable, accountId: number): Promise<number> {
  const [row] = await db.select({ many: count() }).from(passkey).where(eq(passkey.accountId, accountId))
  return row?.many ?? 0
}
