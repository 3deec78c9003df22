import { type DatePlace, type DateRow, findDates, findYears } from '@/db/links/timeline'
import { reads } from '@/db/postgres/client'
import { findInfoboxFields, findPageKinds, type InfoboxField, type PageKind } from '@/db/wiki/page-kinds'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { entryPath } from '@/lib/entries/paths'
import type { Asking, Parameter } from '@/lib/input/address'
import { paginate } from '@/lib/input/paging'
import { infoboxRelation, OF_FACTS } from '@/lib/kinds/relation-fields'
import { loadPlaces, readerScope } from '@/lib/places/loaders'
import type { Place } from '@/lib/places/place'
import { type Shape, shapeOf } from './shape'

const ON_A_PAGE = 100
const MOST_YEARS = 150
/** The value of `of` for what facts say. */
export const FACTS = 'facts'

/** What is known to have happened at some time: all that one field says of the same days. Days are ISO 8601. */
export interface Happening {
  key: string
  firstDay: string
  lastDay: string
  isApproximate: boolean
  shape: Shape
  /** The label of the field that has the date; null for the day on which facts were said. */
  field: string | null
  entries: { label: string; path: string }[]
}

export interface Timeline {
  /** What can be chosen: kinds of pages by their key, and facts. */
  choices: { of: string; label: string | null }[]
  /** What was chosen; null for everything. */
  of: string | null
  years: number[]
  /** What is shown, year by year. */
  groups: { year: number; happenings: Happening[] }[]
  next: string | null
  isFirst: boolean
}

/**
 * What is dated, earliest first, of everything or of one kind `of`, from the year `from` or the place `after` on. Dates of
 * people's own lives are not among it.
 */
export async function loadTimeline(query: Asking<'after' | 'from' | 'of'>): Promise<Timeline> {
  recordDependency(tags.recent, tags.standings, tags.settings, tags.fieldValues)
  const { kinds, fields } = await loadDatedKinds()
  const prefixes = [...kinds.map(({ key }) => key), OF_FACTS]
  const of = query.of === FACTS ? FACTS : (kinds.find(({ key }) => key === query.of)?.key ?? null)
  const asked = of === null ? prefixes : [of === FACTS ? OF_FACTS : of]
  const after = placeIn(query.after)
  const from = /^\d{4}$/.test(query.from ?? '') && query.from !== '0000' ? `${query.from}-01-01` : null
  const [rows, years] = await Promise.all([
    findDates(reads(), await readerScope(), asked, { after, from, most: ON_A_PAGE + 1 }),
    findYears(reads(), await readerScope(), asked, MOST_YEARS),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, spelledPlace)
  return {
    choices: [...kinds.map(({ key, plural }) => ({ of: key, label: plural })), { of: FACTS, label: null }],
    of,
    years,
    groups: byYear(together(inOrder(shown, await loadPlaces()).map((row) => happeningOf(row, fields)))),
    next,
    isFirst: after === null && from === null,
  }
}

/** The kinds whose pages can have dates in fields of that type; not people, whose dates are their own. */
async function loadDatedKinds(): Promise<{ kinds: PageKind[]; fields: ReadonlyMap<string, InfoboxField> }> {
  const kinds = (await findPageKinds(reads())).filter(({ isPerson }) => !isPerson)
  const all = await findInfoboxFields(
    reads(),
    kinds.map(({ key }) => key),
  )
  const dated = all.filter(({ type }) => type === 'date')
  return {
    kinds: kinds.filter(({ key }) => dated.some(({ kind }) => kind === key)),
    fields: new Map(dated.map((field) => [infoboxRelation(field.kind, field.key), field])),
  }
}

function happeningOf(row: DateRow, fields: ReadonlyMap<string, InfoboxField>): Happening {
  const { firstDay, lastDay, isApproximate, label, field } = row
  return {
    ...{ key: spelledPlace(row), firstDay, lastDay, isApproximate },
    shape: shapeOf(row),
    field: fields.get(field)?.label ?? null,
    entries: [{ label, path: entryPath(row) }],
  }
}

/** Of the same days, the parts of a work in the order in which it tells them; all else stays where it was. */
function inOrder(rows: readonly DateRow[], places: readonly Place[]): DateRow[] {
  const at = new Map(places.map(({ id }, place) => [id, place]))
  const days = ({ firstDay, lastDay }: DateRow) => `${firstDay} ${lastDay}`
  const placeOf = ({ entryId }: DateRow) => at.get(entryId) ?? -1
  return rows.toSorted(
    (one, other) =>
      Number(days(one) > days(other)) - Number(days(one) < days(other)) || placeOf(one) - placeOf(other),
  )
}

/** Happenings of the same days and the same label as one, where the first of them stands. */
function together(happenings: Happening[]): Happening[] {
  const found = new Map<string, Happening>()
  for (const one of happenings) {
    const alike = [one.firstDay, one.lastDay, one.isApproximate, one.field].join()
    const before = found.get(alike)
    if (before) before.entries.push(...one.entries)
    else found.set(alike, one)
  }
  return [...found.values()]
}

function byYear(happenings: Happening[]): Timeline['groups'] {
  const years = [...new Set(happenings.map(yearOf))]
  return years.map((year) => ({ year, happenings: happenings.filter((one) => yearOf(one) === year) }))
}

const yearOf = ({ firstDay }: Happening) => Number(firstDay.slice(0, 4))

const spelledPlace = ({ firstDay, lastDay, entryId, field, position }: DatePlace) =>
  [firstDay, lastDay, entryId, field, position].join('~')

/** A place in the timeline from an address; null for its beginning. */
function placeIn(after: Parameter): DatePlace | null {
  const found = /^(\d{4}-\d\d-\d\d)~(\d{4}-\d\d-\d\d)~([1-9]\d{0,14})~([a-z0-9_.$]{1,121})~(\d{1,3})$/.exec(
    after ?? '',
  )
  const [, firstDay = '', lastDay = '', entryId, field = '', position] = found ?? []
  if (!isDay(firstDay) || !isDay(lastDay)) return null
  return { firstDay, lastDay, entryId: Number(entryId), field, position: Number(position) }
}

const isDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
