import { fileVersion } from '@/db/files/schema'
import type { Tx } from '@/db/postgres/client'

/** Records which object a revision of a file shows. */
export async function insertFileVersion(tx: Tx, version: typeof fileVersion.$inferInsert): Promise<void> {
  await tx.insert(fileVersion).values(version)
}
