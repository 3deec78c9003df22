import { findRevisionsBy } from '@/db/facts/checks'
import type { Queryable } from '@/db/postgres/client'
import { stored } from '@/lib/kinds/registry'

type Asked = { factId: number; source: number; locator: string | null; accountId: number }

/**
 * Whether an account wrote words of a fact, or brought one of its citations or the place in it. What cannot be read any
 * more is taken for theirs.
 */
export async function isOwnCitation(db: Queryable, { factId, accountId, ...cited }: Asked): Promise<boolean> {
  const written = await findRevisionsBy(db, factId, accountId)
  const has = (fact: (typeof written)[number]['now']) =>
    fact !== null &&
    stored('fact', fact).citations.some(
      ({ source, locator }) => source === cited.source && locator === cited.locator,
    )
  return written.some(
    ({ touches, now, before }) => touches.includes('wording') || now === null || (has(now) && !has(before)),
  )
}
