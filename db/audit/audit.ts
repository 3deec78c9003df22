import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { alias, union } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { auditRecord } from '@/db/audit/schema'
import { entry } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { hiddenFromPlanner, textHiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { prepared } from '@/db/postgres/prepared'
import { visibleLabel } from '@/db/visibility/private-life'
import { type ReadScope, standsOpen } from '@/db/visibility/read-scope'

const { placeholder } = sql

export type NewAuditRecord = Omit<typeof auditRecord.$inferInsert, 'id' | 'at'>

const unsaid = { entryId: null, accountId: null, reason: null, isPublic: false }

const newRecord = prepared((db) =>
  db
    .insert(auditRecord)
    .values({
      actorId: placeholder('actorId'),
      act: placeholder('act'),
      entryId: placeholder('entryId'),
      accountId: placeholder('accountId'),
      detail: placeholder('detail'),
      reason: placeholder('reason'),
      isPublic: placeholder('isPublic'),
    })
    .prepare('new_audit_record'),
)

/** Writes an audit record; nobody can change it afterwards. */
export async function insertAuditRecord(tx: Tx, record: NewAuditRecord): Promise<void> {
  await newRecord(tx).execute({ ...unsaid, ...record })
}

export interface WantedActs {
  /** Only this act. */
  act: string | null
  /** Only what was done to this entry. */
  entryId?: number | undefined
  /** Only what was done to or by this account. */
  accountId?: number | undefined
  /** Only what was recorded before the record of this id. */
  before: number | null
  most: number
}

const person = alias(account, 'person')

/**
 * The public log, newest first: who did what to whom or what, when and why; of the detail only which
 * setting was changed. Only the name of a page
 * may be shown once it is deleted: `label` is null for a deleted entry other than a page, and where the scope hides it.
 */
export async function findPublicActs(
  db: Queryable,
  within: ReadScope,
  { act, before, most, ...of }: WantedActs,
) {
  const { entryId, accountId } = of
  const narrowed = and(
    act === null ? undefined : eq(auditRecord.act, textHiddenFromPlanner(act)),
    entryId === undefined ? undefined : eq(auditRecord.entryId, hiddenFromPlanner(entryId)),
    before === null ? undefined : lt(auditRecord.id, before),
  )
  // Acts on an account and acts by it are in two indexes: the latest of each contain the latest of both.
  const actsOf = (person: typeof auditRecord.accountId | typeof auditRecord.actorId) =>
    db
      .select({ id: auditRecord.id })
      .from(auditRecord)
      .where(and(eq(auditRecord.isPublic, true), eq(person, hiddenFromPlanner(accountId ?? 0)), narrowed))
      .orderBy(desc(auditRecord.id))
      .limit(most)
  return db
    .select({
      id: auditRecord.id,
      act: auditRecord.act,
      at: auditRecord.at,
      reason: sql<
        string | null
      >`case when ${standsOpen(within)} or ${entry.id} is null then ${auditRecord.reason} end`,
      actorId: account.id,
      actorName: account.name,
      personId: person.id,
      personName: person.name,
      entryId: entry.id,
      kind: entry.kind,
      number: entry.number,
      // The one detail that is public: which setting of the wiki was changed.
      setting: sql<
        string | null
      >`case when ${auditRecord.act} = 'setting.change' then ${auditRecord.detail} ->> 'setting' end`,
      label: sql<
        string | null
      >`case when ${entry.kind} = 'page' or ${entry.deletedAt} is null then ${visibleLabel(within)} end`,
      isOpen: standsOpen(within),
      gateKind: entry.gateKind,
      gatePageId: entry.gatePageId,
    })
    .from(auditRecord)
    .innerJoin(account, eq(account.id, auditRecord.actorId))
    .leftJoin(person, eq(person.id, auditRecord.accountId))
    .leftJoin(entry, eq(entry.id, auditRecord.entryId))
    .where(
      and(
        eq(auditRecord.isPublic, true),
        narrowed,
        accountId === undefined
          ? undefined
          : inArray(auditRecord.id, union(actsOf(auditRecord.accountId), actsOf(auditRecord.actorId))),
      ),
    )
    .orderBy(desc(auditRecord.id))
    .limit(most)
}

/** Which of these acts were recorded for an account's submission, oldest first, at most 200. */
export async function findActsOnSubmission(
  db: Queryable,
  authorId: number,
  submissionId: number,
  acts: readonly string[],
): Promise<{ act: string; at: Date; byId: number; byName: string }[]> {
  return db
    .select({ act: auditRecord.act, at: auditRecord.at, byId: account.id, byName: account.name })
    .from(auditRecord)
    .innerJoin(account, eq(account.id, auditRecord.actorId))
    .where(
      and(
        eq(auditRecord.accountId, authorId),
        inArray(auditRecord.act, [...acts]),
        sql`${auditRecord.detail}->>'submission' = ${String(submissionId)}`,
      ),
    )
    .orderBy(auditRecord.id)
    .limit(200)
}

export type PublicActRow = Awaited<ReturnType<typeof findPublicActs>>[number]
