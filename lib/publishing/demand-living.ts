import type { EntryLink } from '@/db/links/open-links'
import { findCategoriesAmong } from '@/db/pages/categories'
import type { Tx } from '@/db/postgres/client'
import { findLivingKinds } from '@/db/publishing/publishing'
import { type Reference, referencesOf } from '@/lib/content/references'
import { RefusalError, refuse } from '@/lib/errors'
import { kindOf } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import type { NumberedChange } from './publication'

/** The refusal of content that names what is not there, at the field of the changeset's entry that names it. */
export function referenceGone(
  { kind, position }: Pick<NumberedChange, 'kind' | 'position'>,
  expects: Reference['expects'],
): RefusalError {
  const { writing } = codes()
  const field = `items.${position}.${kindOf(kind).fieldNaming(expects)}`
  return new RefusalError(refuse('invalid', writing.referenceGone, { [field]: writing.referenceGone }))
}

/** The refusal of a page that is to be in what is no category. */
export function noCategory({ position }: Pick<NumberedChange, 'position'>): RefusalError {
  const { writing } = codes()
  const field = `items.${position}.categories`
  return new RefusalError(refuse('invalid', writing.noCategory, { [field]: writing.noCategory }))
}

/**
 * Sees, under the publish lock, that a page is put into categories alone, and that one which pages are in stays a category:
 * one of the two comes first. Throws a `RefusalError` at the field.
 */
async function demandCategories(
  tx: Tx,
  one: NumberedChange,
  { before, after }: { before: EntryLink[]; after: EntryLink[] },
): Promise<void> {
  const known = new Set(before.flatMap(({ kind, to }) => (kind === 'category' ? [to] : [])))
  const added = after.flatMap(({ kind, to }) => (kind === 'category' && !known.has(to) ? [to] : []))
  if (added.length === 0) return
  const categories = await findCategoriesAmong(tx, added)
  if (added.some((to) => !categories.has(to))) throw noCategory(one)
}

/**
 * Sees, under the publish lock, that nothing was deleted that is linked to for the first time: deletions take the same
 * lock, so that a link was there before one, or is refused. Throws a `RefusalError` at the field.
 */
export async function demandLiving(
  tx: Tx,
  one: NumberedChange,
  { before, after }: { before: EntryLink[]; after: EntryLink[] },
): Promise<void> {
  const known = new Set(before.map(({ to }) => to))
  const added = after.map(({ to }) => to).filter((to) => !known.has(to))
  const living = await findLivingKinds(tx, [...new Set(added)])
  const gone = added.find((to) => !living.has(to))
  if (gone === undefined) return demandCategories(tx, one, { before, after })
  const named = referencesOf(kindOf(one.kind), one.content).find(({ to }) => to === gone)
  throw referenceGone(one, named?.expects ?? 'page')
}
