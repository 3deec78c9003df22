import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { comment } from '@/db/talk/schema'
import { isPlaceOpen, type ReadScope, strengthsBeyond } from '@/db/visibility/read-scope'

/** What of a comment says whether its words are withheld, or closed while they are checked. */
interface Withholdable {
  withheld: AnyPgColumn
  checkedUntil: AnyPgColumn
}

/** Whether the words of a comment are withheld from the scope: a column or a condition, and never null. */
export const isCommentWithheld = (within: ReadScope, of: Withholdable = comment): SQL<boolean> => {
  const strengths = sql.join(
    strengthsBeyond(within).map((one) => sql.raw(`'${one}'`)),
    sql`, `,
  )
  const isWithheld = sql<boolean>`coalesce(${of.withheld} in (${strengths}), false)`
  return within.who === 'public'
    ? sql<boolean>`(${isWithheld} or coalesce(${of.checkedUntil} > now(), false))`
    : isWithheld
}

/** Whether a comment tells of more than is open to the scope: a column or a condition, and never null. */
export const isCommentClosed = (within: ReadScope, of: { gatePageId: AnyPgColumn } = comment): SQL<boolean> =>
  sql<boolean>`(${of.gatePageId} is not null and not ${isPlaceOpen(within, of.gatePageId)})`

/** What a comment says, or null where it is withheld from the scope or closed to it. */
export const unlessClosed = (
  within: ReadScope,
  of: Withholdable & { gatePageId: AnyPgColumn },
  column: AnyPgColumn,
): SQL<string | null> =>
  sql<string | null>`case when ${isCommentWithheld(within, of)} or ${isCommentClosed(within, of)}
    then null else ${column} end`

/** A text, or null where the comment is withheld from the scope. */
export const unlessWithheld = (
  within: ReadScope,
  of: Withholdable,
  column: AnyPgColumn,
): SQL<string | null> =>
  sql<string | null>`case when ${isCommentWithheld(within, of)} then null else ${column} end`

/** The same of an id. */
export const idUnlessWithheld = (
  within: ReadScope,
  of: Withholdable,
  column: AnyPgColumn,
): SQL<number | null> => unlessWithheld(within, of, column).mapWith(Number) as SQL<number | null>
