import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { stored } from '@/lib/kinds/registry'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { type EditFormData, loadEditForm } from '@/lib/submissions/load'

/** The data of the form for a new source. */
export const loadNewSource = (actor: Actor): Promise<EditFormData<'source'>> =>
  loadEditForm(actor, 'source', null, emptySource)

/**
 * The data of the form for a source, by the number in its address; null when there is none that this actor may read.
 */
export async function loadSourceForEditing(
  actor: Actor,
  number: number,
  from: 'own' | 'published' = 'own',
): Promise<EditFormData<'source'> | null> {
  const head = await findHeadByNumber(reads(), readScopeOf(actor), 'source', number)
  if (!head) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  return loadEditForm(actor, 'source', base, stored('source', head), from)
}
