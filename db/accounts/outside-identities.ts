import { and, asc, count, eq, sql } from 'drizzle-orm'
import { outsideIdentity } from '@/db/accounts/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

type Row = typeof outsideIdentity.$inferSelect

/** Who an account at another site is: by the site and the id there, never by an address. */
export type Identity = Pick<Row, 'issuer' | 'subject'>

const isIt = ({ issuer, subject }: Identity) =>
  and(eq(outsideIdentity.issuer, issuer), eq(outsideIdentity.subject, subject))

/** The account that an identity signs in to; null when it is linked to none. */
export async function findIdentity(db: Queryable, identity: Identity): Promise<number | null> {
  const [row] = await db
    .select({ accountId: outsideIdentity.accountId })
    .from(outsideIdentity)
    .where(isIt(identity))
  return row?.accountId ?? null
}

/** The identities of an account, the first linked first. */
export async function findIdentitiesOf(db: Queryable, accountId: number): Promise<Row[]> {
  return db
    .select()
    .from(outsideIdentity)
    .where(eq(outsideIdentity.accountId, accountId))
    .orderBy(asc(outsideIdentity.createdAt), asc(outsideIdentity.issuer))
}

/** Links an identity to an account; false where it is linked already, to whichever. */
export async function insertIdentity(
  tx: Tx,
  values: Pick<Row, 'issuer' | 'subject' | 'accountId' | 'label'>,
): Promise<boolean> {
  const added = await tx
    .insert(outsideIdentity)
    .values(values)
    .onConflictDoNothing()
    .returning({ subject: outsideIdentity.subject })
  return added.length > 0
}

/** Notes that an identity has signed in now. */
export async function noteIdentityUsed(db: Primary, identity: Identity): Promise<void> {
  await db.update(outsideIdentity).set({ lastUsedAt: sql`now()` }).where(isIt(identity))
}

/** Unlinks an identity from this account; false where it has no such one. */
export async function deleteIdentity(tx: Tx, accountId: number, identity: Identity): Promise<boolean> {
  const gone = await tx
    .delete(outsideIdentity)
    .where(and(isIt(identity), eq(outsideIdentity.accountId, accountId)))
    .returning({ subject: outsideIdentity.subject })
  return gone.length > 0
}

/** How many identities an account has. */
export async function countIdentities(db: Queryable, accountId: number): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(outsideIdentity)
    .where(eq(outsideIdentity.accountId, accountId))
  return row?.many ?? 0
}
