import type { Tx } from '@/db/client'
import type { EntryLink } from '@/db/queries/derived'
import { findLivingKinds } from '@/db/queries/publishing'
import { type Reference, referencesOf } from '@/lib/content/references'
import type { EntryContent } from '@/lib/entries/content'
import { RefusalError, refuse } from '@/lib/errors'
import { writing } from '@/lib/texts/en/writing'
import type { Placed } from './publication'

/** The refusal of content that names what is not there, at the field of the changeset's entry that names it. */
export function referenceGone(
  { kind, position }: Pick<Placed, 'kind' | 'position'>,
  expects: Reference['expects'],
): RefusalError {
  const field = `items.${position}.${fieldOf(kind, expects)}`
  return new RefusalError(refuse('invalid', writing.referenceGone, { [field]: writing.referenceGone }))
}

/** The field of a form that an entry of this kind is named in. */
function fieldOf(kind: EntryContent['kind'], expects: Reference['expects']): string {
  if (kind === 'page') return 'body'
  if (kind === 'source') return 'derivedFrom'
  return expects === 'source' ? 'citations' : 'about'
}

/**
 * Sees, under the publish lock, that nothing was deleted that is linked to for the first time: deletions take the same
 * lock, so that a link was there before one, or is refused. Throws a `RefusalError` at the field.
 */
export async function demandLiving(
  tx: Tx,
  one: Placed,
  { before, after }: { before: EntryLink[]; after: EntryLink[] },
): Promise<void> {
  const known = new Set(before.map(({ to }) => to))
  const added = after.map(({ to }) => to).filter((to) => !known.has(to))
  const living = await findLivingKinds(tx, [...new Set(added)])
  const gone = added.find((to) => !living.has(to))
  if (gone === undefined) return
  const named = referencesOf(one.kind, one.content).find(({ to }) => to === gone)
  throw referenceGone(one, named?.expects ?? 'page')
}
