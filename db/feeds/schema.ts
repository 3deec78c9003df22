import { sql } from 'drizzle-orm'
import { bigint, boolean, check, pgTable } from 'drizzle-orm/pg-core'

/** How far the webhook was told of recent changes. At most one row: none before it is told for the first time. */
export const webhookProgress = pgTable(
  'webhook_progress',
  {
    isOnly: boolean().primaryKey().default(true),
    /** The publish sequence of the last edit that it was told, or that it is not told. */
    sequence: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [check('webhook_progress_only', sql`${t.isOnly}`)],
)
