import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/postgres/client'
import { namingAccounts } from './naming-accounts'

/** How many rows are removed in one transaction. */
const AT_ONCE = 1_000

/** The columns whose rows are removed with the account that they name. */
const removed = Object.entries(namingAccounts)
  .filter(([, { deletion }]) => deletion === 'removed')
  .map(([name]) => name.split('.') as [table: string, column: string])

/**
 * Removes all rows that are removed with an account (`namingAccounts`), so many in a transaction. It may be broken off
 * and begun again. `isToGo` is asked in each transaction: false ends it.
 */
export async function removeOwnRows(accountId: number, isToGo: (tx: Tx) => Promise<boolean>): Promise<void> {
  for (const [table, column] of removed)
    for (let count = AT_ONCE; count === AT_ONCE; )
      count = await transaction(async (tx) =>
        (await isToGo(tx)) ? removeSome(tx, table, column, accountId) : 0,
      )
}

async function removeSome(tx: Tx, table: string, column: string, accountId: number): Promise<number> {
  const [from, of] = [sql.identifier(table), sql.identifier(column)]
  const rows = await tx.execute(sql`delete from ${from} where ctid in (
    select ctid from ${from} where ${of} = ${accountId} limit ${AT_ONCE}) returning 1 as one`)
  return rows.length
}
