import { sql } from 'drizzle-orm'
import { bigint, boolean, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'

/** The act of looking up somebody's networks, of which there is a list of its own. */
export const LOOK_UP = 'account.look-up-networks'

/** Every privileged act, written in the transaction of the act itself. */
export const auditRecord = pgTable(
  'audit_record',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    actorId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    act: text().notNull(),
    entryId: bigint({ mode: 'number' }).references(() => entry.id),
    accountId: bigint({ mode: 'number' }).references(() => account.id),
    detail: jsonb().notNull(),
    reason: text(),
    /** Whether the public log shows it, with its reason; `detail` is never shown. */
    isPublic: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('audit_record_public').on(t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_act').on(t.act, t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_entry').on(t.entryId, t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_account').on(t.accountId, t.id).where(sql`${t.isPublic}`),
    index('audit_record_public_actor').on(t.actorId, t.id).where(sql`${t.isPublic}`),
    index('audit_record_submission').on(sql`(${t.detail} ->> 'submission')`),
    index('audit_record_entry').on(t.entryId, t.id),
    index('audit_record_account').on(t.accountId, t.id),
    index('audit_record_look_ups')
      .on(t.id)
      .where(sql`${t.act} = ${sql.raw(`'${LOOK_UP}'`)}`),
    // For what somebody downloads of what they did.
    index('audit_record_actor').on(t.actorId, t.id),
  ],
)
