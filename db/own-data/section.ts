import { and, asc, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgSelect } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/postgres/client'
import type { ReadScope } from '@/db/visibility/read-scope'

/** Whose data is asked for, and what they may read of what others can hide: never more than on the wiki itself. */
export interface AskedFor {
  accountId: number
  within: ReadScope
}

/** One thing that is kept. Names that begin with an underscore order the rows and are left out. */
export type OwnRow = Readonly<Record<string, unknown>>

/** A part of what is kept of somebody, row by row in the order of its key, read in pages: never all of it at once. */
export type Section = (db: Queryable, asked: AskedFor) => AsyncGenerator<OwnRow>

interface Selected {
  /** Dynamic, without condition, order and limit. */
  query: unknown
  where: SQL | undefined
}

/** How many rows are read at once, and of those that hold whole texts. */
const AT_ONCE = 500
export const WITH_TEXTS = 20

/**
 * Makes a section. `keys` are the columns of its order, which have to be unique together, by their names in the rows;
 * `select` says which rows, without regard to pages.
 */
export function section(
  keys: Record<string, PgColumn>,
  select: (db: Queryable, asked: AskedFor) => Selected,
  atOnce = AT_ONCE,
): Section {
  const [names, columns] = [Object.keys(keys), Object.values(keys)]
  return async function* (db, asked) {
    for (let last: OwnRow | undefined; ; ) {
      const { query, where } = select(db, asked)
      const rows: OwnRow[] = await (query as PgSelect)
        .where(and(where, last && isAfter(columns, valuesOf(last, names))))
        .orderBy(...columns.map((column) => asc(column)))
        .limit(atOnce)
      for (const row of rows) yield shown(row)
      last = rows.at(-1)
      if (rows.length < atOnce) return
    }
  }
}

const valuesOf = (row: OwnRow, names: readonly string[]) => names.map((name) => row[name])

/** The first column is compared alone, too: an index finds the place by it where several tables are joined. */
function isAfter(columns: readonly PgColumn[], values: readonly unknown[]): SQL {
  const listed = (of: readonly unknown[]) =>
    sql.join(
      of.map((one) => sql`${one}`),
      sql`, `,
    )
  return sql`(${listed(columns)}) > (${listed(values)}) and ${columns[0]} >= ${values[0]}`
}

const shown = (row: OwnRow): OwnRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('_')))
