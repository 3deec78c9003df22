import { cache } from 'react'
import { findPlaces, findStateOfPlaces } from '@/db/pages/places'
import { type Queryable, reads } from '@/db/postgres/client'
import { currentResponse, expiresBy, recordDependency } from '@/lib/cache/dependencies'
import { hasOpened, namePlaces, notePlaces, readersProgress } from '@/lib/cache/reader'
import { tags } from '@/lib/cache/tags'
import { type Gate, gateOf } from '@/lib/content/gate'
import { type ReadScope, readersScope } from '@/lib/policy/policy'
import { factToken, openedFactsOf, type Progress } from '@/lib/progress/progress'
import { openPlaces } from '@/lib/progress/reader'
import { settingOf } from '@/lib/settings/settings'
import { type LockView, lockOf } from './lock'
import { type Place, placesOf } from './place'

/** Which spoiler gates are open to the reader of the current page. */
export interface Openings {
  places: readonly Place[]
  /** What they may read. */
  scope: ReadScope
  /** How a gate's place is called; null where that is unknown. */
  labelOf(gate: Gate): string | null
  /** What the lock of a gate tells. */
  lockOf(gate: Gate): LockView
}

/** The places of all works, in the order of their works and ranks, for the current page. */
export async function loadPlaces(): Promise<readonly Place[]> {
  recordDependency(tags.places)
  return (await loadOpenings()).places
}

interface Remembered {
  state: string
  places: Promise<readonly Place[]>
  readAt: number
}

/** What was read last through each client. */
const remembered = new WeakMap<Queryable, Remembered>()
/** Milliseconds; the events that tell of changes are kept for a day. */
const REMEMBERED_FOR = 3_600_000

/**
 * The same outside of pages, as they are in this database. They are read once and remembered as long as one small
 * statement says that nothing about them has changed: a wiki has thousands, and every page asks.
 */
export async function readPlaces(db: Queryable): Promise<readonly Place[]> {
  const state = await findStateOfPlaces(db)
  const known = remembered.get(db)
  if (known?.state === state && performance.now() - known.readAt < REMEMBERED_FOR) return known.places
  // Read after the state: they may be newer than it, never older.
  const places = readNow(db)
  remembered.set(db, { state, places, readAt: performance.now() })
  places.catch(() => remembered.delete(db))
  return places
}

async function readNow(db: Queryable): Promise<readonly Place[]> {
  const rows = await findPlaces(db)
  return placesOf(rows, daysOf(rows[0]?.openAfterDays))
}

/** What a reader with this progress may read, outside of pages; null for who has said nothing. */
export async function scopeOfProgress(progress: Progress | null): Promise<ReadScope> {
  return scopeIn(await readPlaces(reads()), progress)
}

function scopeIn(places: readonly Place[], progress: Progress | null): ReadScope {
  return readersScope(openPlaces(places, progress, new Date()), openedFactsOf(progress))
}

const lookUp = async (): Promise<Openings> => {
  const places = await readPlaces(reads())
  const scope = scopeIn(places, readersProgress())
  notePlaces(scope.open)
  const labelled = (gate: Gate) => labelOf(gate, places, scope)
  return { places, scope, labelOf: labelled, lockOf: (gate) => lockOf(gate, labelled(gate), places) }
}

const lookedUp = new WeakMap<object, Promise<Openings>>()
const lookUpOnce = cache(lookUp)

/** What is open to the reader of the current page; looked up once a render. */
export function loadOpenings(): Promise<Openings> {
  const response = currentResponse()
  if (!response) return lookUpOnce()
  const found = lookedUp.get(response) ?? lookUp()
  lookedUp.set(response, found)
  return found
}

/**
 * What the reader of the current page may read. For lists, from which closed entries are simply missing: the page depends
 * on every place. Where it is known which gate closes something, `loadOpenings` and `nameGates` make fewer variants.
 */
export async function readerScope(): Promise<ReadScope> {
  const { places, scope } = await loadOpenings()
  namePlaces('everything')
  recordDependency(tags.places)
  const now = Date.now()
  for (const { opensAt } of places) if (opensAt && opensAt.getTime() > now) expiresBy(opensAt)
  return scope
}

/** Records that the current page looks otherwise where another one of these gates' places is open. */
export function nameGates({ places }: Openings, gates: Iterable<Gate>): void {
  const named = new Set<number>()
  for (const gate of gates) {
    if (gate.kind === 'none') continue
    recordDependency(tags.places)
    // What has no known place is open only to who has seen everything.
    named.add(gate.kind === 'place' ? gate.page : UNKNOWN_PLACE)
  }
  namePlaces(named)
  for (const { id, opensAt } of places)
    if (named.has(id) && opensAt && opensAt.getTime() > Date.now()) expiresBy(opensAt)
}

/** The same of entries, by their gates: facts may have been opened by themselves, too. */
export function nameClosings(openings: Openings, rows: Iterable<GatedRow>): void {
  const gates: Gate[] = []
  for (const row of rows) {
    if (row.gateKind === 'none') continue
    gates.push(gateOf(row))
    hasOpened(factToken(row.number))
  }
  nameGates(openings, gates)
}

type GatedRow = Parameters<typeof gateOf>[0] & { number: number }

/** Stands for the place of gates that nobody knows the place of. */
const UNKNOWN_PLACE = 0

/** Whether a gate stands open to the reader. */
export function isGateOpen({ scope }: Pick<Openings, 'scope'>, gate: Gate): boolean {
  if (gate.kind === 'none' || scope.open === 'everything') return true
  return gate.kind === 'place' && scope.open.has(gate.page)
}

/** Whether a fact is: by its gate, or since the reader has opened it. */
export const isFactOpen = (openings: Pick<Openings, 'scope'>, number: number, gate: Gate): boolean =>
  isGateOpen(openings, gate) || openings.scope.openedFacts.has(number)

/** The title of a gate's place; where that is itself behind a closed gate, its kind and number. */
function labelOf(gate: Gate, places: readonly Place[], scope: ReadScope): string | null {
  if (gate.kind !== 'place') return null
  const place = places.find(({ id }) => id === gate.page)
  if (!place) return null
  const isTold = !place.isGated || scope.open === 'everything' || scope.open.has(place.id)
  return isTold ? place.label : `${place.kindName} ${place.number}`
}

/** The setting, given as JSON; its default where there is none. */
function daysOf(stored: string | null | undefined): number | null {
  return settingOf('spoilers_open_after_days', stored == null ? undefined : JSON.parse(stored))
}
