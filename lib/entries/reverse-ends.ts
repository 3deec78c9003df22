import {
  countEnds,
  countEndsRoughly,
  type EndPlace,
  type EndRow,
  findEnds,
  findEndsAsOf,
} from '@/db/links/reverse-ends'
import { reads } from '@/db/postgres/client'
import { findReverseLabels } from '@/db/wiki/page-kinds'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { infoboxRelation, placeRelation, SPEAKER } from '@/lib/kinds/relation-fields'
import { messages } from '@/lib/messages/messages'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { entryPath } from './paths'

/** So many members of a field are shown where it is one of many. */
const MOST_SHOWN = 20
/** So many of the facts that somebody said, each of which is a sentence. */
const MOST_SAID = 10
/** Beyond `MOST_COUNTED`, members are counted roughly, up to so many. */
const MOST_ROUGHLY = 100_000
/** So many are looked at in an old version. */
const MOST_PAST = 200

/** What a page is called by in fields of others: one heading for all fields that have the same. */
export interface ReverseHeading {
  label: string
  fields: string[]
  /** Its members have a place in it, which is shown. */
  isPlace: boolean
  /** So many of them are shown on the page. */
  most: number
}

/** An entry that names a page in a field. */
export interface Member {
  id: number
  label: string
  path: string
  /** Its place in the work, or the fact's number. */
  ordinal: number
}

/** What names a page in fields of one heading: the first of them, and how many there are. */
export interface ReverseEnds {
  label: string
  /** The first of the fields: the rest of the list has it in its address. */
  field: string
  isPlace: boolean
  members: Member[]
  /** How many there are: rough beyond `MOST_COUNTED`, and then of two digits. */
  count: number
  /** As of an old version: the whole list is today's. */
  isPast: boolean
}

/** The fields that other pages show, by their headings in the wiki's order; who said facts has a heading of its own. */
export async function loadHeadings(): Promise<ReverseHeading[]> {
  recordDependency(tags.settings)
  const headings = new Map<string, ReverseHeading>()
  for (const { kind, key, label } of await findReverseLabels(reads())) {
    const field = key === null ? placeRelation(kind) : infoboxRelation(kind, key)
    const known = headings.get(label)
    headings.set(label, {
      label,
      fields: [...(known?.fields ?? []), field],
      isPlace: key === null && (known?.isPlace ?? true),
      most: MOST_SHOWN,
    })
  }
  return [...headings.values()]
}

const ofSpeaker = (): ReverseHeading => ({
  ...{ label: messages().reading.ends.said, fields: [SPEAKER], isPlace: false, most: MOST_SAID },
})

/** The heading that a field of an address stands under; null where nothing shows that field. */
export async function headingOfField(field: unknown): Promise<ReverseHeading | null> {
  if (typeof field !== 'string') return null
  return [ofSpeaker(), ...(await loadHeadings())].find(({ fields }) => fields.includes(field)) ?? null
}

/** The two ways in which a page shows what names it. */
export interface EndsOfPage {
  /** In fields of other pages, by their headings. */
  ends: ReverseEnds[]
  /** The facts that it said, besides those that are shown anyway; null for none. */
  said: ReverseEnds | null
}

/** When it is looked at: a place in the publish sequence; today where none is given. */
type Then = number | undefined

/**
 * The other end of fields: what names a page today, or as of a place in the publish sequence, as far as everybody may
 * see it today; without the facts that are shown `anyway`.
 */
export async function loadEndsOf(
  id: number,
  headings: ReverseHeading[],
  anyway: number[],
  then: Then,
): Promise<EndsOfPage> {
  recordDependency(tags.namedIn(id))
  const all = [...headings, ofSpeaker()]
  const rows = await readRows(
    id,
    all.flatMap(({ fields }) => fields),
    anyway,
    then,
  )
  const found = await Promise.all(
    all.flatMap((heading) => {
      const own = distinct(rows.filter((row) => heading.fields.includes(row.field)))
      return own.length > 0 ? endsFrom(id, heading, own, then) : []
    }),
  )
  const said = found.find(({ field }) => field === SPEAKER) ?? null
  return { ends: found.filter((one) => one !== said), said }
}

async function endsFrom(
  id: number,
  { label, fields, isPlace, most }: ReverseHeading,
  rows: EndRow[],
  then: Then,
): Promise<ReverseEnds> {
  return {
    ...{ label, field: fields[0] ?? '', isPlace },
    members: rows.slice(0, most).map(memberOf),
    count: then !== undefined || rows.length <= most ? rows.length : await countMembers(id, fields),
    isPast: then !== undefined,
  }
}

async function countMembers(id: number, fields: string[]): Promise<number> {
  const count = await countEnds(reads(), await readerScope(), id, fields, MOST_COUNTED + 1)
  if (count !== null) return count
  return Number((await countEndsRoughly(reads(), id, fields, MOST_ROUGHLY)).toPrecision(2))
}

async function readRows(id: number, fields: string[], except: number[], then: Then): Promise<EndRow[]> {
  const within = await readerScope()
  return then === undefined
    ? findEnds(reads(), within, id, fields, { except, most: MOST_SHOWN + 1 })
    : findEndsAsOf(reads(), within, id, fields, { except, sequence: then, most: MOST_PAST })
}

/** The next members of a page's heading beyond a place, at most `most`. */
export async function readMembers(
  id: number,
  { fields }: ReverseHeading,
  { after, most }: { after: EndPlace | null; most: number },
): Promise<Member[]> {
  recordDependency(tags.namedIn(id))
  const rows = await findEnds(reads(), await readerScope(), id, fields, { after, most })
  return distinct(rows).slice(0, most).map(memberOf)
}

/** Each entry once, where it names the page in two fields, or by two of its titles. */
function distinct(rows: EndRow[]): EndRow[] {
  const seen = new Set<number>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

const memberOf = (row: EndRow): Member => ({
  ...{ id: row.id, label: row.label, path: entryPath(row), ordinal: row.ordinal },
})
