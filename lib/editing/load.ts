import { reads } from '@/db/client'
import { findGatePlaces } from '@/db/queries/pages'
import type { ContentKind, ContentOf } from '@/lib/content/content'
import { referencesOf } from '@/lib/content/references'
import type { Actor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { nameEntries } from './name-entries'
import type { GatePlace, Named } from './named'
import { type Prospect, prospectOf } from './outcome'

const MOST_PLACES = 500

/** What every editing form needs: who writes (drafts are kept apart by it), what will come of it, and names for ids. */
export interface Desk<K extends ContentKind> {
  accountId: number | null
  entryId: number | null
  baseNumber: number | null
  content: ContentOf[K]
  names: Named[]
  places: GatePlace[]
  prospect: Prospect
}

/** Prepares a form for an entry's content as it stands, or for a new entry's empty one. */
export async function loadDesk<K extends ContentKind>(
  actor: Actor,
  kind: K,
  base: { entryId: number; baseNumber: number } | null,
  content: ContentOf[K],
): Promise<Desk<K>> {
  const db = reads()
  const entryId = base?.entryId ?? null
  const ids = referencesOf(kind, content).map(({ to }) => to)
  const [names, places, prospect] = await Promise.all([
    nameEntries(db, ids),
    findGatePlaces(db, readScopeOf(actor), MOST_PLACES),
    prospectOf(db, actor, { kind, entryId, content }),
  ])
  return {
    accountId: actor.kind === 'account' ? actor.id : null,
    entryId,
    baseNumber: base?.baseNumber ?? null,
    content,
    names,
    places,
    prospect,
  }
}
