import { findCategoriesAmong } from '@/db/pages/categories'
import type { Queryable } from '@/db/postgres/client'
import type { AnyContent } from '@/lib/kinds/registry'

/**
 * A text of before without what stands among its categories and is none: releases before this one took any page there.
 * What `head` has there stays as it is.
 */
export async function withOnlyCategories<C extends AnyContent>(
  db: Queryable,
  content: C,
  head: AnyContent,
): Promise<C> {
  if (!('categories' in content)) return content
  const known = new Set('categories' in head ? head.categories : [])
  const added = content.categories.filter((id) => !known.has(id))
  const categories = await findCategoriesAmong(db, added)
  return { ...content, categories: content.categories.filter((id) => known.has(id) || categories.has(id)) }
}
