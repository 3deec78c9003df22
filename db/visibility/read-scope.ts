import { and, inArray, isNull, type SQL } from 'drizzle-orm'
import { entry } from '../entries/schema'
import { type withheldStrength, withholding } from '../withholding/schema'

declare const scope: unique symbol

/**
 * How much of the wiki somebody may read. Only `lib/policy/policy.ts` makes one, and every query that reads what can be
 * hidden requires one, so a forgotten check does not compile.
 */
export type ReadScope = ('public' | 'moderation' | 'ownership') & { readonly [scope]: true }

type Strength = (typeof withheldStrength.enumValues)[number]

const beyond: Record<'public' | 'moderation' | 'ownership', Strength[]> = {
  public: ['hidden', 'suppressed', 'erased'],
  moderation: ['suppressed', 'erased'],
  ownership: ['erased'],
}

/** The condition on `entry` for the scope: the public sees nothing deleted. */
export function shownEntries(within: ReadScope): SQL | undefined {
  return (within as string) === 'public' ? isNull(entry.deletedAt) : undefined
}

/** The strengths of withholding that hide a text from this scope. */
export function strengthsBeyond(within: ReadScope): readonly Strength[] {
  return beyond[within as keyof typeof beyond]
}

/** The condition on `withholding` for what is hidden from this scope: withholdings in force, of those strengths. */
export function withheldFrom(within: ReadScope): SQL {
  return and(isNull(withholding.liftedAt), inArray(withholding.strength, [...strengthsBeyond(within)])) as SQL
}
