import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { mayBeMailed } from '@/db/news/may-be-mailed'
import { type MailRhythm, mailChoice, mailPlan, type NewsFamily } from '@/db/news/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** How often an account gets mail about each part of its news; a part that is missing, never. */
export type MailChoices = Partial<Record<NewsFamily, MailRhythm>>

/** When an account gets mail about its news, and about what. */
export interface MailPlan {
  timeZone: string | null
  hour: number
  /** Undefined where a change leaves them as they are. */
  quietFrom?: number | null | undefined
  quietTo?: number | null | undefined
  choices: MailChoices
}

/** The plan of an account; null where it has none. */
export async function findMailPlan(db: Queryable, accountId: number): Promise<MailPlan | null> {
  const rows = await db
    .select({
      timeZone: mailPlan.timeZone,
      hour: mailPlan.hour,
      quietFrom: mailPlan.quietFrom,
      quietTo: mailPlan.quietTo,
      family: mailChoice.family,
      rhythm: mailChoice.rhythm,
    })
    .from(mailPlan)
    .leftJoin(mailChoice, eq(mailChoice.accountId, mailPlan.accountId))
    .where(eq(mailPlan.accountId, accountId))
  const [first] = rows
  if (!first) return null
  const choices = Object.fromEntries(rows.map(({ family, rhythm }) => [family, rhythm]))
  const { timeZone, hour, quietFrom, quietTo } = first
  return { timeZone, hour, quietFrom, quietTo, choices }
}

/**
 * Writes an account's plan. A part that it gets mail about already goes on where it is; one that is new begins now. With
 * `isOnlyIfAbsent` a plan that is there stays.
 */
export async function writeMailPlan(
  tx: Tx,
  accountId: number,
  { timeZone, hour, quietFrom, quietTo, choices, digestAt }: MailPlan & { digestAt: Date | null },
  { isOnlyIfAbsent = false } = {},
): Promise<void> {
  const plan = { timeZone, hour, quietFrom, quietTo, digestAt }
  const insert = tx.insert(mailPlan).values({ accountId, ...plan })
  const written = isOnlyIfAbsent
    ? await insert.onConflictDoNothing().returning({ id: mailPlan.accountId })
    : await insert
        .onConflictDoUpdate({ target: mailPlan.accountId, set: plan })
        .returning({ id: mailPlan.accountId })
  if (written.length === 0) return
  const kept = Object.entries(choices).map(([family, rhythm]) => ({
    ...{ accountId, family: family as NewsFamily, rhythm },
  }))
  await tx.delete(mailChoice).where(
    and(
      eq(mailChoice.accountId, accountId),
      notInArray(
        mailChoice.family,
        kept.map(({ family }) => family),
      ),
    ),
  )
  if (kept.length === 0) return
  await tx
    .insert(mailChoice)
    .values(kept)
    .onConflictDoUpdate({
      target: [mailChoice.accountId, mailChoice.family],
      set: { rhythm: sql`excluded.rhythm` },
    })
}

/** Ends an account's mail about these parts of its news; where no digest is left, none is due. */
export async function endMailAbout(tx: Tx, accountId: number, families: NewsFamily[]): Promise<void> {
  await tx
    .delete(mailChoice)
    .where(and(eq(mailChoice.accountId, accountId), inArray(mailChoice.family, families)))
  await tx.execute(sql`update ${mailPlan} set digest_at = null where account_id = ${accountId} and not exists (
    select from ${mailChoice} c where c.account_id = ${accountId} and c.rhythm <> 'at_once')`)
}

/** The address that news may be mailed to; null where there is none. */
export async function findMailAddress(db: Queryable, accountId: number): Promise<string | null> {
  const [row] = await db
    .select({ email: account.email })
    .from(account)
    .where(and(eq(account.id, accountId), mayBeMailed))
  return row?.email ?? null
}
