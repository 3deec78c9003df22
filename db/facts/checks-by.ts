import { and, desc, eq, isNull } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { factCheck } from '@/db/facts/schema'
import type { Queryable } from '@/db/postgres/client'
import { visibleLabel } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** The checks of an account that stand, the last first, of facts that the scope shows. */
export function findChecksBy(db: Queryable, within: ReadScope, accountId: number, most: number) {
  return db
    .select({
      id: factCheck.id,
      entryId: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: visibleLabel(within),
      verdict: factCheck.verdict,
      at: factCheck.at,
    })
    .from(factCheck)
    .innerJoin(entry, eq(entry.id, factCheck.factId))
    .where(and(eq(factCheck.accountId, accountId), isNull(factCheck.voidedAt), shownEntries(within)))
    .orderBy(desc(factCheck.at), desc(factCheck.id))
    .limit(most)
}
