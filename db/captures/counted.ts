import { sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { capturedPassage, passageUse } from './schema'

/** How many quotations from an address that the scope shows were found there, and how many were not. */
export async function countPassagesOf(
  db: Queryable,
  within: ReadScope,
  key: string,
): Promise<{ found: number; missing: number }> {
  const [row] = await db.execute<{ found: number; missing: number }>(sql`
    select count(*) filter (where p.state = 'found')::int as found,
      count(*) filter (where p.state = 'missing')::int as missing
    from ${capturedPassage} p where p.key = ${key} and exists (
      select from ${passageUse} u join ${entry} on ${entry.id} = u.entry_id
      where u.key = p.key and u.quote_key = p.quote_key and ${shownEntries(within) ?? sql`true`})`)
  return row ?? { found: 0, missing: 0 }
}
