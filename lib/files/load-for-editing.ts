import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { stored } from '@/lib/kinds/registry'
import { emptyFile } from '@/lib/kinds/schemas/empty-file'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { type EditFormData, loadEditForm } from '@/lib/submissions/load'

/** The data of the form for a new file. */
export const loadNewFile = (actor: Actor): Promise<EditFormData<'file'>> =>
  loadEditForm(actor, 'file', null, emptyFile)

/**
 * The data of the form for a file, by the number in its address; null when there is none that this actor may read.
 */
export async function loadFileForEditing(
  actor: Actor,
  number: number,
  from: 'own' | 'published' = 'own',
): Promise<EditFormData<'file'> | null> {
  const head = await findHeadByNumber(reads(), readScopeOf(actor), 'file', number)
  if (!head) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  return loadEditForm(actor, 'file', base, stored('file', head), from)
}
