import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { entry } from '../entries/schema'
import { filledIn, idListOf, OPEN_PLACES, OPENED_FACTS, type OpenTo } from '../postgres/prepared'
import { type withheldStrength, withholding } from '../withholding/schema'

declare const scope: unique symbol

/**
 * How much of the wiki somebody may read: who they are, and which spoiler gates are open to them. Only
 * `lib/policy/policy.ts` makes one, and every query that reads what can be hidden requires one, so a forgotten check does
 * not compile.
 */
export type ReadScope = OpenTo & {
  readonly who: 'public' | 'moderation' | 'ownership'
  readonly [scope]: true
}

type Strength = (typeof withheldStrength.enumValues)[number]

const beyond: Record<ReadScope['who'], Strength[]> = {
  public: ['hidden', 'suppressed', 'erased'],
  moderation: ['suppressed', 'erased'],
  ownership: ['erased'],
}

/** The condition on `entry` for the scope: the public sees nothing deleted, and nobody what is closed to them. */
export function shownEntries(within: ReadScope): SQL | undefined {
  return and(existingEntries(within), isOpenTo(within))
}

/** The same, what is closed included: for lists that say only that something is there, and that it is closed. */
export function existingEntries(within: ReadScope): SQL | undefined {
  return within.who === 'public' && !within.withGone ? isNull(entry.deletedAt) : undefined
}

/** The condition on `entry` that it is a fact. */
export const ofFacts: SQL = eq(entry.kind, 'fact')

/**
 * The condition on `entry` that it stands open to the scope: it has no gate, the place of its gate is open, or it is a
 * fact that the reader has opened. None where everything is.
 */
export function isOpenTo(within: ReadScope): SQL | undefined {
  if (within.open === 'everything') return undefined
  const facts = given(within.openedFacts, OPENED_FACTS)
  return or(
    sql`${entry.gateKind} = 'none'`,
    isPlaceOpen(within, entry.gatePageId),
    and(ofFacts, sql`${entry.number} = any(${facts}::bigint[])`),
  )
}

/** Whether the place of this page is open to the scope: a column, and never null, so that what is not open is closed. */
export const isPlaceOpen = (within: ReadScope, page: AnyPgColumn): SQL<boolean> =>
  within.open === 'everything'
    ? sql<boolean>`true`
    : sql<boolean>`coalesce(${page} = any(${given(within.open, OPEN_PLACES)}::bigint[]), false)`

/**
 * The condition on a link, by the name `l` or its table, that a part of the text that it stands in is open to the scope:
 * the entry that it comes from must be, too.
 */
export const isLinkOpen = (within: ReadScope, behind: AnyPgColumn | SQL = sql`l.behind`): SQL =>
  within.open === 'everything'
    ? sql`true`
    : sql`(${behind} is null or ${behind} && ${given(within.open, OPEN_PLACES)}::bigint[])`

/** Whether the current `entry` stands open to the scope: a column. */
export const standsOpen = (within: ReadScope): SQL<boolean> =>
  sql<boolean>`(${isOpenTo(within) ?? sql`true`})`

const given = (ids: ReadonlySet<number>, name: string): SQL =>
  ids === filledIn ? sql`${sql.placeholder(name)}` : sql`${idListOf(ids)}`

/** The strengths of withholding that hide a text from this scope. */
export function strengthsBeyond(within: ReadScope): readonly Strength[] {
  return beyond[within.who]
}

/** The condition on `withholding` that it is in force: neither lifted nor at its end. */
export const stands = sql`(${withholding.liftedAt} is null and coalesce(${withholding.until} > now(), true))`

/** The condition on `withholding` for what is hidden from this scope: withholdings in force, of those strengths. */
export function withheldFrom(within: ReadScope): SQL {
  return and(stands, inArray(withholding.strength, [...strengthsBeyond(within)])) as SQL
}
