import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { auditRecord, LOOK_UP } from '@/db/audit/schema'
import type { Queryable } from '@/db/postgres/client'

const isLookUp = eq(auditRecord.act, sql.raw(`'${LOOK_UP}'`))
const person = alias(account, 'person')

/** A look-up of somebody's networks: who looked, at whom, when and why. */
export interface LookUp {
  id: number
  at: Date
  reason: string | null
  by: { id: number; name: string }
  of: { id: number; name: string }
}

/** The look-ups of networks, newest first, those before the record of this id. */
export async function findLookUps(db: Queryable, before: number | null, most: number): Promise<LookUp[]> {
  return db
    .select({
      id: auditRecord.id,
      at: auditRecord.at,
      reason: auditRecord.reason,
      by: { id: account.id, name: account.name },
      of: { id: person.id, name: person.name },
    })
    .from(auditRecord)
    .innerJoin(account, eq(account.id, auditRecord.actorId))
    .innerJoin(person, eq(person.id, auditRecord.accountId))
    .where(and(isLookUp, before === null ? undefined : lt(auditRecord.id, before)))
    .orderBy(desc(auditRecord.id))
    .limit(most)
}

/** Whether somebody looked at these networks within the last so many minutes, and said why. */
export async function hasLookedUp(
  db: Queryable,
  { byId, accountId, minutes }: { byId: number; accountId: number; minutes: number },
): Promise<boolean> {
  const rows = await db
    .select({ id: auditRecord.id })
    .from(auditRecord)
    .where(
      and(
        isLookUp,
        eq(auditRecord.actorId, byId),
        eq(auditRecord.accountId, accountId),
        gt(auditRecord.at, sql`now() - make_interval(mins => ${minutes})`),
      ),
    )
    .limit(1)
  return rows.length > 0
}
