import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import { account, accountToken } from '@/db/accounts/schema'
import { owedMail } from '@/db/mail/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

export type TokenPurpose = (typeof accountToken.$inferSelect)['purpose']

/** A token's account, and the address that it was sent to. */
export interface Token {
  accountId: number
  name: string
  email: string
}

const isGood = (purpose: TokenPurpose) =>
  and(eq(accountToken.purpose, purpose), isNull(accountToken.usedAt), gt(accountToken.expiresAt, sql`now()`))

/** Writes a token that is valid for so many minutes, unless it exists. `id` is the SHA-256 of its secret. */
export async function insertToken(
  tx: Tx,
  values: { id: string; accountId: number; purpose: TokenPurpose; email: string; minutes: number },
): Promise<void> {
  const { minutes, ...rest } = values
  await tx
    .insert(accountToken)
    .values({ ...rest, expiresAt: sql`now() + make_interval(mins => ${minutes})` })
    .onConflictDoNothing()
}

/** A valid token; null when it was used, has expired, or never existed. Does not use it up. */
export async function findToken(db: Queryable, id: string, purpose: TokenPurpose): Promise<Token | null> {
  const [row] = await db
    .select({ accountId: account.id, name: account.name, email: accountToken.email })
    .from(accountToken)
    .innerJoin(account, eq(account.id, accountToken.accountId))
    .where(and(eq(accountToken.id, id), isGood(purpose)))
  return row ?? null
}

/** Uses up a valid token; null when it is not valid. Of two concurrent uses one succeeds. */
export async function takeToken(
  tx: Tx,
  id: string,
  purpose: TokenPurpose,
): Promise<Omit<Token, 'name'> | null> {
  const [row] = await tx
    .update(accountToken)
    .set({ usedAt: sql`now()` })
    .where(and(eq(accountToken.id, id), isGood(purpose)))
    .returning({ accountId: accountToken.accountId, email: accountToken.email })
  return row ?? null
}

/** Revokes an account's valid tokens, all of them or those of one purpose, except `except`. */
export async function revokeTokens(
  tx: Tx,
  accountId: number,
  purpose?: TokenPurpose,
  except?: string,
): Promise<void> {
  await tx
    .update(accountToken)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(accountToken.accountId, accountId),
        isNull(accountToken.usedAt),
        purpose && eq(accountToken.purpose, purpose),
        except === undefined ? undefined : ne(accountToken.id, except),
      ),
    )
}

/** The address of an account's latest valid or queued link, and until when it is valid; null when there is none. */
export async function findAddressInQuestion(
  db: Queryable,
  accountId: number,
): Promise<{ email: string; expiresAt: Date } | null> {
  const sent = db
    .select({ email: accountToken.email, expiresAt: accountToken.expiresAt })
    .from(accountToken)
    .where(and(eq(accountToken.accountId, accountId), isGood('confirm_email')))
    .orderBy(desc(accountToken.createdAt))
    .limit(1)
  const owed = db
    .select({
      email: owedMail.address,
      expiresAt: sql`${owedMail.createdAt} + interval '24 hours'`.mapWith(accountToken.expiresAt),
    })
    .from(owedMail)
    .where(and(eq(owedMail.accountId, accountId), eq(owedMail.purpose, 'confirm_email')))
    .limit(1)
  const [[row], [next]] = await Promise.all([sent, owed])
  return next ?? row ?? null
}

/** Deletes expired tokens, and with them the addresses that nobody confirmed. */
export async function forgetOldTokens(db: Primary): Promise<void> {
  await db.delete(accountToken).where(lt(accountToken.expiresAt, sql`now()`))
}
