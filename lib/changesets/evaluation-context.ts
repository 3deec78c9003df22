import { type EntryState, findEntryStates } from '@/db/entries/entry-states'
import { findTitleHolder } from '@/db/entries/titles'
import { findUsableObjects } from '@/db/files/usable-objects'
import { findLinkSources } from '@/db/links/open-links'
import type { Queryable } from '@/db/postgres/client'
import { findFieldsOfKind, findPageKind } from '@/db/wiki/page-kinds'
import { type Reference, referencesOf } from '@/lib/content/references'
import { entryIdsAmong } from '@/lib/content/temporary-id'
import { kindOf } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import type { LookedUp } from '@/lib/kinds/rows/kind-rows'
import { writersScope } from '@/lib/policy/policy'
import type { MergedChange } from './merge'

/** An entry that is shown on this many pages, or more, is much shown. */
export const MUCH_SHOWN = 5

/** All that rules and checks ask about changes. */
export interface EvaluationContext extends LookedUp {
  /** The entries that they change, are about, or name for the first time. */
  states: Map<number, EntryState>
  /** What points at each entry, and so shows it; no more than it takes to be much shown. */
  shownBy: Map<number, number[]>
}

/**
 * Reads what rules and checks ask about changes: in one turn, since nothing of it depends on the rest. Whether `authorId`
 * may use the pictures that they name is asked too; null where that was asked when they were sent.
 */
export async function loadEvaluationContext(
  db: Queryable,
  changes: MergedChange[],
  authorId: number | null,
): Promise<EvaluationContext> {
  const entryIds = changes.flatMap((one) => [
    ...concernedIds(one),
    ...newReferencesOf(one).map(({ to }) => to),
  ])
  const asked = changes.map((one) => rowsOf(one.kind).asks(one))
  const shown = changes.flatMap((one) =>
    kindOf(one.kind).isShownOnPages && one.entryId !== null ? [one.entryId] : [],
  )
  const objects = changes.flatMap((one, index) =>
    (asked[index]?.objects ?? []).map((sha256) => ({ sha256, entryId: one.entryId })),
  )
  const [states, shownBy, kinds, holders, usable] = await Promise.all([
    findEntryStates(db, distinct(entryIdsAmong(entryIds))),
    forEach(shown, (id) => findLinkSources(db, id, ['about', 'cites', 'embeds'], MUCH_SHOWN)),
    forEach(
      asked.flatMap(({ kinds }) => kinds),
      (key) => findKind(db, key),
    ),
    forEach(
      asked.flatMap(({ titles }) => titles),
      (key) => findTitleHolder(db, key),
    ),
    findUsableObjects(db, objects, authorId, writersScope),
  ])
  return { states, shownBy, kinds, holders, objects: usable }
}

async function findKind(db: Queryable, key: string) {
  const [kind, fields] = await Promise.all([findPageKind(db, key), findFieldsOfKind(db, key)])
  return { kind, fields }
}

const distinct = <T>(all: T[]) => [...new Set(all)]

async function forEach<K, V>(keys: K[], find: (key: K) => Promise<V>): Promise<Map<K, V>> {
  return new Map(await Promise.all(distinct(keys).map(async (key) => [key, await find(key)] as const)))
}

/** What content names that it did not name before. A fact that a list of facts named before is still no category. */
export function newReferencesOf(one: MergedChange): Reference[] {
  const placeOf = ({ to, expects }: Reference) => `${expects}:${to}`
  const before = new Set(one.before ? referencesOf(kindOf(one.kind), one.before).map(placeOf) : [])
  return referencesOf(kindOf(one.kind), one.content).filter((reference) => !before.has(placeOf(reference)))
}

/** The entry itself and every page it is about. */
export const concernedIds = (one: MergedChange): number[] => [
  ...(one.entryId === null ? [] : [one.entryId]),
  ...aboutIds(one),
]

/**
 * The pages that what an entry says is about, before and after; one that is shown on no other is about itself. References
 * to new entries have no state yet.
 */
export function aboutIds(one: MergedChange): number[] {
  const { about, isShownOnPages } = kindOf(one.kind)
  const itself = isShownOnPages || one.entryId === null ? [] : [one.entryId]
  return distinct(entryIdsAmong([...itself, ...(one.before ? about(one.before) : []), ...about(one.content)]))
}
