import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from './client'

/** Stands for ids that are filled in when a statement is sent. */
export const filledIn: ReadonlySet<number> = new Set()

/** Which spoiler gates are open to somebody: all, or those of places, by their pages; and single facts, by number. */
export interface OpenTo {
  readonly who: string
  readonly open: ReadonlySet<number> | 'everything'
  readonly openedFacts: ReadonlySet<number>
  /** What is deleted, too: histories of what was merged stay readable. */
  readonly withGone?: true
}

/** The placeholders for what is open: `prepared` fills them in. */
export const OPEN_PLACES = 'openPlaces'
export const OPENED_FACTS = 'openedFacts'

/**
 * Caches statements that are sent often: each is built once for who reads, and planned once on a connection. `build` ends
 * in drizzle's `.prepare(name)`. Its text must not depend on the input: what varies is a `sql.placeholder`, a list of
 * ids is `isAmong`. Which places are open to a reader varies, too, and is filled in here; only for who reads everything,
 * whatever its gate, is the text another one.
 */
export function prepared<Statement extends object, Scope extends [within?: OpenTo]>(
  build: (db: Queryable, ...scope: Scope) => Statement,
): (db: Queryable, ...scope: Scope) => Statement {
  const built = new Map<string, Statement>()
  return (db, ...scope) => {
    const [within] = scope
    const key = within ? `${within.who} ${within.open === 'everything'} ${within.withGone === true}` : ''
    const statement = built.get(key) ?? build(db, ...(scope.map(withoutIds) as Scope))
    built.set(key, statement)
    return sentThrough(db, statement, within)
  }
}

const withoutIds = (within: OpenTo | undefined): OpenTo | undefined =>
  within && within.open !== 'everything' ? { ...within, open: filledIn, openedFacts: filledIn } : within

type Execute = (values?: Record<string, unknown>) => unknown

/** The same statement for another client, and for what is open: each transaction is a client of its own. */
function sentThrough<Statement extends object>(
  db: Queryable,
  statement: Statement,
  within: OpenTo | undefined,
): Statement {
  const { session } = db as unknown as { session: { client: unknown } }
  const own = Object.assign(Object.create(Object.getPrototypeOf(statement)), statement, {
    client: session.client,
  })
  if (within === undefined || within.open === 'everything') return own
  const open = { [OPEN_PLACES]: idListOf(within.open), [OPENED_FACTS]: idListOf(within.openedFacts) }
  const execute: Execute = own.execute
  return Object.assign(own, { execute: (values?: object) => execute.call(own, { ...values, ...open }) })
}

/** The condition that a column is one of the ids that the placeholder `name` holds, however many: one parameter. */
export const isAmong = (column: PgColumn, name: string): SQL =>
  sql`${column} = any(${sql.placeholder(name)}::bigint[])`

/** Ids for the placeholder of `isAmong`, as PostgreSQL reads an array. */
export const idList = (ids: readonly number[]): string => `{${ids.join(',')}}`

/** The same for a set that many statements are sent with: thousands of ids are written down once. */
export function idListOf(ids: ReadonlySet<number>): string {
  const list = written.get(ids) ?? idList([...ids])
  written.set(ids, list)
  return list
}

const written = new WeakMap<ReadonlySet<number>, string>()
