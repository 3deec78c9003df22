import type { Queryable } from '@/db/postgres/client'
import { isPrivateLifeClosed } from '@/db/reports/about-me'
import type { EntryContent } from '@/lib/kinds/registry'
import { kindOf } from '@/lib/kinds/registry'

/**
 * Whether any of these says something about the private life of a person who has asked that nothing is published about
 * it. Own words are necessary for that, and never sufficient.
 */
export function isAboutClosedLife(db: Queryable, contents: readonly EntryContent[]): Promise<boolean> {
  const pages = contents.flatMap((one) =>
    kindOf(one.kind).isPrivate(one.content) ? [...kindOf(one.kind).about(one.content)] : [],
  )
  return isPrivateLifeClosed(db, pages)
}
