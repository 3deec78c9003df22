import { createHash } from 'node:crypto'
import { type Progress, tokensOf } from './progress'

/** A place in a work, as far as opening it goes. */
export interface Place {
  id: number
  workId: number
  /** Places of a work are seen in this order. */
  rank: number
  /** From when on it is open to everybody; null for never. */
  opensAt: Date | null
}

/** The places that are open to a reader, by id. `everything` includes what has no known place. */
export type OpenPlaces = ReadonlySet<number> | 'everything'

/**
 * The places that are open at a moment: in a work of which the reader has said how far they are, those up to there,
 * whether public or not; in every other work those that have opened for everybody.
 */
export function openPlaces(places: readonly Place[], progress: Progress | null, now: Date): OpenPlaces {
  if (progress?.hasSeenAll) return 'everything'
  const forEverybody = openToEverybody(places, now)
  if (!progress || progress.reached.size === 0) return forEverybody
  const rankOf = new Map(places.map(({ id, rank }) => [id, rank]))
  const open = new Set(forEverybody)
  for (const { id, workId, rank } of places) {
    const reached = progress.reached.get(workId)
    if (reached === undefined) continue
    if (rank <= (rankOf.get(reached) ?? Number.NEGATIVE_INFINITY)) open.add(id)
    else open.delete(id)
  }
  return open
}

interface Everybodys {
  open: ReadonlySet<number>
  /** From when and until when, in milliseconds, it is so. */
  from: number
  until: number
}

const everybodys = new WeakMap<readonly Place[], Everybodys>()

/** The places that have opened for everybody: one set for as long as no other opens, since every page asks. */
function openToEverybody(places: readonly Place[], now: Date): ReadonlySet<number> {
  const at = now.getTime()
  const known = everybodys.get(places)
  if (known && at >= known.from && at < known.until) return known.open
  const open = new Set<number>()
  let [from, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { id, opensAt } of places) {
    const opens = opensAt?.getTime() ?? Number.POSITIVE_INFINITY
    if (opens <= at) {
      open.add(id)
      from = Math.max(from, opens)
    } else until = Math.min(until, opens)
  }
  everybodys.set(places, { open, from, until })
  return open
}

/** The same progress without works and places that there are not, or that do not belong together. */
export function knownProgress(progress: Progress, places: readonly Place[]): Progress {
  const workOf = new Map(places.map(({ id, workId }) => [id, workId]))
  const works = new Set(workOf.values())
  const isKnown = ([work, place]: [number, number]) =>
    place === 0 ? works.has(work) : workOf.get(place) === work
  return { ...progress, reached: new Map([...progress.reached].filter(isKnown)) }
}

/** Names every place and every fact at once: what a page names that was made by a comparison with all of them. */
export const EVERYTHING_NAMED = '*'
/** Names one place. */
export const placeName = (id: number) => `p${id}`
const placeOfName = (name: string) => (name.startsWith('p') ? Number(name.slice(1)) : Number.NaN)

/**
 * Tells readers apart by what a page asked about them. `named` are the places (`p345`, or all as `*`) and the passages
 * and facts opened by themselves (`f17`) that its render named; two readers with the same answer get the same bytes.
 */
export type Answers = (named: readonly string[]) => string

/** How a reader with these places open, and these things opened by themselves, is told apart. */
export function answersOf(open: OpenPlaces, opened: Iterable<string>): Answers {
  if (open === 'everything') return (named) => (named.length === 0 ? '' : open)
  const alone = new Set(opened)
  return (named) =>
    named.includes(EVERYTHING_NAMED)
      ? [EVERYTHING_NAMED, digestOf(open), ...[...alone].sort()].join(' ')
      : named.filter((name) => alone.has(name) || open.has(placeOfName(name))).join(' ')
}

const digests = new WeakMap<ReadonlySet<number>, string>()

/** Stands for all of a set of places: they are thousands in a large wiki. */
function digestOf(open: ReadonlySet<number>): string {
  const digest =
    digests.get(open) ??
    createHash('sha256')
      .update([...open].sort((a, b) => a - b).join())
      .digest('base64url')
  digests.set(open, digest)
  return digest
}

/** A reader whose progress is known, as the gateway and a render name them. */
export interface Reader {
  /** The progress in its one spelling, without the wiki's mark and the time: what a renderer is told. */
  progress: string
  answers: Answers
}

/** The reader of this progress; null when nothing of it is known here, so that they see what everybody sees. */
export function readerOf(progress: Progress, places: readonly Place[], now: Date): Reader | null {
  const known = { ...knownProgress(progress, places), changedAt: 0 }
  const tokens = tokensOf(known)
  if (tokens.length === 0) return null
  return { progress: tokens.join('~'), answers: answersOf(openPlaces(places, known, now), known.opened) }
}
