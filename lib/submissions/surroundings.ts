import type { Queryable } from '@/db/client'
import { findLinkSources } from '@/db/queries/derived'
import { type EntryState, findEntryStates } from '@/db/queries/entry-states'
import { findFieldsOfKind, findPageKind, type InfoboxField, type PageKind } from '@/db/queries/page-kinds'
import { findTitleHolder, type TitleHolder } from '@/db/queries/titles'
import { type Reference, referencesOf } from '@/lib/content/references'
import type { FactContent } from '@/lib/facts/schema'
import { kindOf } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/pages/schema'
import { titleKey } from '@/lib/titles/title'
import type { Prepared } from './prepare'

/** An entry that is shown on this many pages, or more, is much shown. */
export const MUCH_SHOWN = 5

/** Everything that prepared changes are judged and checked by. */
export interface Surroundings {
  /** The entries that they change, are about, or name for the first time. */
  states: Map<number, EntryState>
  /** What points at each entry, and so shows it; no more than it takes to be much shown. */
  shownBy: Map<number, number[]>
  /** The kinds of pages that a page takes on, or adds a value of the infobox under; null where the wiki has none. */
  kinds: Map<string, { kind: PageKind | null; fields: InfoboxField[] }>
  /** Who holds the titles that pages take on, by key. */
  holders: Map<string, TitleHolder | null>
}

/**
 * Reads what prepared changes are judged and checked by: in one turn, since nothing of it depends on the rest. Inside
 * a transaction ask once the entries are locked.
 */
export async function surroundingsOf(db: Queryable, prepared: Prepared[]): Promise<Surroundings> {
  const entryIds = prepared.flatMap((one) => [
    ...concernedIds(one),
    ...newReferencesOf(one).map(({ to }) => to),
  ])
  const pages = prepared.flatMap((one) => (one.kind === 'page' ? [one] : []))
  const shown = prepared.flatMap((one) => (one.kind !== 'page' && one.entryId !== null ? [one.entryId] : []))
  const [states, shownBy, kinds, holders] = await Promise.all([
    findEntryStates(db, distinct(entryIds.filter((id) => id > 0))),
    forEach(shown, (id) => findLinkSources(db, id, ['about', 'cites', 'embeds'], MUCH_SHOWN)),
    forEach(
      pages.filter(takesOnKind).map(({ content }) => content.kind),
      (key) => findKind(db, key),
    ),
    forEach(
      pages.filter(takesOnTitle).map(({ content }) => titleKey(content.title)),
      (key) => findTitleHolder(db, key),
    ),
  ])
  return { states, shownBy, kinds, holders }
}

async function findKind(db: Queryable, key: string) {
  const [kind, fields] = await Promise.all([findPageKind(db, key), findFieldsOfKind(db, key)])
  return { kind, fields }
}

const distinct = <T>(all: T[]) => [...new Set(all)]

async function forEach<K, V>(keys: K[], find: (key: K) => Promise<V>): Promise<Map<K, V>> {
  return new Map(await Promise.all(distinct(keys).map(async (key) => [key, await find(key)] as const)))
}

type PreparedPage = Extract<Prepared, { kind: 'page' }>

const pageBefore = (one: PreparedPage) => one.before as PageContent | null

/** What stands in the infobox already may stay, whatever has become of the field. */
export const addedFields = (one: PreparedPage): string[] =>
  Object.keys(one.content.infobox).filter(
    (key) => !(pageBefore(one) && key in (pageBefore(one)?.infobox ?? {})),
  )

const takesOnKind = (one: PreparedPage) =>
  pageBefore(one)?.kind !== one.content.kind || addedFields(one).length > 0

/** A page holds the title that its head says; so only another one may be another's. */
export const takesOnTitle = (one: PreparedPage): boolean => {
  const before = pageBefore(one)
  return before === null || titleKey(before.title) !== titleKey(one.content.title)
}

/** What content names that it did not name before. A fact that a list of facts named before is still no category. */
export function newReferencesOf(one: Prepared): Reference[] {
  const placeOf = ({ to, expects }: Reference) => `${expects}:${to}`
  const before = new Set(one.before ? referencesOf(kindOf(one.kind), one.before).map(placeOf) : [])
  return referencesOf(kindOf(one.kind), one.content).filter((reference) => !before.has(placeOf(reference)))
}

/** The entry itself and every page it is about. */
export const concernedIds = (one: Prepared): number[] => [
  ...(one.entryId === null ? [] : [one.entryId]),
  ...aboutIds(one),
]

/** The pages a fact is about, before and after; for a page, itself. References to new entries have no state yet. */
export function aboutIds(one: Prepared): number[] {
  if (one.kind === 'page') return one.entryId === null ? [] : [one.entryId]
  if (one.kind === 'source') return []
  const before = (one.before as FactContent | null)?.about ?? []
  return distinct([...before, ...one.content.about]).filter((id) => id > 0)
}
