import { reads } from '@/db/postgres/client'
import { referencesOf } from '@/lib/content/references'
import { nameEntries } from '@/lib/entries/name-entries'
import type { GatePlace, Named } from '@/lib/entries/named'
import { type ContentKind, type ContentOf, kindOf } from '@/lib/kinds/registry'
import { loadPlaces } from '@/lib/places/loaders'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { type Prospects, prospectsOf } from './outcome'
import { type Base, type Start, startFor } from './start'

/** What every editing form needs: who writes (drafts are kept apart by it), what will come of it, and names for ids. */
export interface EditFormData<K extends ContentKind> extends Prospects {
  accountId: number | null
  /** Prefilled where a session ends while somebody writes. */
  accountName: string | null
  entryId: number | null
  baseNumber: number | null
  content: ContentOf[K]
  names: Named[]
  places: GatePlace[]
  start: Start
}

/**
 * Prepares a form for an entry's content as it stands, or for a new entry's empty one. Who has an edit of the entry
 * waiting is based on that, unless they ask for what is published.
 */
export async function loadEditForm<K extends ContentKind>(
  actor: Actor,
  kind: K,
  published: Base | null,
  content: ContentOf[K],
  from: 'own' | 'published' = 'own',
): Promise<EditFormData<K>> {
  const opened = await startFor(actor, kind, published, content, from)
  return editFormOf(actor, kind, opened.base, opened.content, opened.start)
}

/** Prepares a form for a text, wherever it comes from. */
export async function editFormOf<K extends ContentKind>(
  actor: Actor,
  kind: K,
  base: Base | null,
  content: ContentOf[K],
  start: Start,
): Promise<EditFormData<K>> {
  const db = reads()
  const entryId = base?.entryId ?? null
  const ids = referencesOf(kindOf(kind), content).map(({ to }) => to)
  const [names, places, prospects] = await Promise.all([
    nameEntries(db, readScopeOf(actor), ids),
    loadPlaces(),
    prospectsOf(db, actor, { kind, entryId, content }),
  ])
  return {
    ...accountOf(actor),
    entryId,
    baseNumber: base?.baseNumber ?? null,
    content,
    names,
    places: places.map(({ id, label }) => ({ id, label })),
    ...prospects,
    start,
  }
}

/** Who an edit form is made for; null for a visitor. */
export const accountOf = (actor: Actor) =>
  actor.kind === 'account'
    ? { accountId: actor.id, accountName: actor.name }
    : { accountId: null, accountName: null }
