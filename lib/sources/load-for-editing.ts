import { reads } from '@/db/client'
import { findHeadByNumber } from '@/db/queries/pages'
import { type Desk, loadDesk } from '@/lib/editing/load'
import { stored } from '@/lib/kinds/registry'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { emptySource } from './empty-source'

/** What the form for a new source needs. */
export const loadNewSource = (actor: Actor): Promise<Desk<'source'>> =>
  loadDesk(actor, 'source', null, emptySource)

/** What the form for a source needs, by the number in its address; null when there is none that this actor may read. */
export async function loadSourceForEditing(
  actor: Actor,
  number: number,
  from: 'own' | 'published' = 'own',
): Promise<Desk<'source'> | null> {
  const head = await findHeadByNumber(reads(), readScopeOf(actor), 'source', number)
  if (!head) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  return loadDesk(actor, 'source', base, stored('source', head), from)
}
