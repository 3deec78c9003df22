import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { setting } from '@/db/schema/wiki'

/** Writes settings of the wiki by key; those not named stay as they are. */
export async function writeSettings(tx: Tx, settings: Record<string, unknown>): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value }))
  await tx
    .insert(setting)
    .values(rows)
    .onConflictDoUpdate({ target: setting.key, set: { value: sql`excluded.value` } })
}
