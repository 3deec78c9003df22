import { reads } from '@/db/client'
import { findHeadByNumber } from '@/db/queries/pages'
import { findTitleHolder } from '@/db/queries/titles'
import { type Desk, loadDesk } from '@/lib/editing/load'
import { storedFact } from '@/lib/entries/stored'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { titleKey } from '@/lib/titles/title'
import { emptyFact } from './empty-fact'

/** What the form for a new fact needs; `about` is the title of the page that it starts with, if there is such a page. */
export async function loadNewFact(actor: Actor, about: string | null): Promise<Desk<'fact'>> {
  const holder = about ? await findTitleHolder(reads(), titleKey(about)) : null
  const isShown = holder && holder.deletedAt === null
  return loadDesk(actor, 'fact', null, { ...emptyFact, about: isShown ? [holder.entryId] : [] })
}

/** What the form for a fact needs, by the number in its address; null when there is none that this actor may read. */
export async function loadFactForEditing(
  actor: Actor,
  number: number,
  from: 'own' | 'published' = 'own',
): Promise<Desk<'fact'> | null> {
  const head = await findHeadByNumber(reads(), readScopeOf(actor), 'fact', number)
  if (!head) return null
  const base = { entryId: head.id, baseNumber: head.revisionNumber }
  return loadDesk(actor, 'fact', base, storedFact(head), from)
}
