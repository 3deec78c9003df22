import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from './client'

/**
 * Caches statements that are sent often: each is built once for a scope, and planned once on a connection. `build` ends
 * in drizzle's `.prepare(name)`. Its text must not depend on the input: what varies is a `sql.placeholder`, a list of
 * ids is `isAmong`.
 */
export function prepared<Statement extends object, Scope extends [within?: string]>(
  build: (db: Queryable, ...scope: Scope) => Statement,
): (db: Queryable, ...scope: Scope) => Statement {
  const built = new Map<string | undefined, Statement>()
  return (db, ...scope) => {
    const statement = built.get(scope[0]) ?? build(db, ...scope)
    built.set(scope[0], statement)
    return sentThrough(db, statement)
  }
}

/** The same statement for another client: each transaction is one of its own. */
function sentThrough<Statement extends object>(db: Queryable, statement: Statement): Statement {
  const { session } = db as unknown as { session: { client: unknown } }
  return Object.assign(Object.create(Object.getPrototypeOf(statement)), statement, { client: session.client })
}

/** The condition that a column is one of the ids that the placeholder `name` holds, however many: one parameter. */
export const isAmong = (column: PgColumn, name: string): SQL =>
  sql`${column} = any(${sql.placeholder(name)}::bigint[])`

/** Ids for the placeholder of `isAmong`, as PostgreSQL reads an array. */
export const idList = (ids: readonly number[]): string => `{${ids.join(',')}}`
