import type { Tx } from '@/db/client'
import { auditRecord } from '@/db/schema/moderation'

export type NewAuditRecord = Omit<typeof auditRecord.$inferInsert, 'id' | 'at'>

/** Writes an audit record; nobody can change it afterwards. */
export async function insertAuditRecord(tx: Tx, record: NewAuditRecord): Promise<void> {
  await tx.insert(auditRecord).values(record)
}
