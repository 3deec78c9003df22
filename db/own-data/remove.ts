import { type SQL, sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/postgres/client'
import { namingAccounts } from './naming-accounts'

/** How many rows are removed in one transaction. */
const AT_ONCE = 1_000

/** The columns whose rows are removed with the account that they name. */
const removed = Object.entries(namingAccounts)
  .filter(([, { deletion }]) => deletion === 'removed')
  .map(([name, { through }]) => ({ column: split(name), through: through && split(through) }))

/** A column of the database, by its name and that of its table. */
type Column = [table: string, column: string]

function split(name: string): Column {
  return name.split('.') as Column
}

/**
 * Removes all rows that are removed with an account (`namingAccounts`), so many in a transaction. It may be broken off
 * and begun again. `isToGo` is asked in each transaction: false ends it.
 */
export async function removeOwnRows(accountId: number, isToGo: (tx: Tx) => Promise<boolean>): Promise<void> {
  for (const one of removed)
    for (let count = AT_ONCE; count === AT_ONCE; )
      count = await transaction(async (tx) => ((await isToGo(tx)) ? removeSome(tx, one, accountId) : 0))
}

async function removeSome(
  tx: Tx,
  { column, through }: { column: Column; through: Column | undefined },
  accountId: number,
): Promise<number> {
  const [from, of] = named(column)
  const rows = await tx.execute(sql`delete from ${from} where ctid in (
    select ctid from ${from} where ${of} ${isOf(through, accountId)} limit ${AT_ONCE}) returning 1 as one`)
  return rows.length
}

const named = (column: Column) => column.map((name) => sql.identifier(name))

function isOf(through: Column | undefined, accountId: number): SQL {
  if (!through) return sql`= ${accountId}`
  const [from, of] = named(through)
  return sql`in (select id from ${from} where ${of} = ${accountId})`
}
