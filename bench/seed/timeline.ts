import { randomOf } from './random'
import type { Kind, Place, Shape } from './shape'
import { SPECIAL } from './special'

/** Something is published: the revision `number` of an entry. */
export interface TimelineEvent {
  /** Its place in the publish sequence, from 1; its revision has the same id. */
  sequence: number
  place: Place
  number: number
  at: Date
}

/** Where the heads are when everything has happened. By id of the entry; 0 where there is none. */
export interface Heads {
  number: Int32Array
  /** The sequence of the first revision, the second and the last. */
  first: Int32Array
  second: Int32Array
  last: Int32Array
}

const YEARS = 8
const SPAN = YEARS * 365 * 86_400_000

/**
 * Everything that is published, in its order. New entries come at an even pace among the edits of what is there; the
 * early ones are edited far more often, and one of them again and again. `until` is the moment of the last.
 */
export function* timeline(shape: Shape, until: Date, heads: Heads): Generator<TimelineEvent> {
  const { entries, events, size } = shape
  const places = shape.places()
  const made: Record<Kind, number> = { page: 0, fact: 0, source: 0 }
  const every = Math.max(1, Math.floor(size.revisions / shape.longHistory()))
  let count = 0
  let edits = 0
  for (let sequence = 1; sequence <= events; sequence++) {
    const isNew = Math.ceil((sequence * entries) / events) > count
    let place: Place
    if (isNew) {
      place = places.next().value as Place
      made[place.kind]++
      count++
    } else {
      const kept = made.page > SPECIAL.longHistory && edits++ % every === 0
      place = kept ? longHistory(shape) : edited(shape, made, sequence)
    }
    const number = (heads.number[place.id] ?? 0) + 1
    heads.number[place.id] = number
    heads.last[place.id] = sequence
    if (number === 1) heads.first[place.id] = sequence
    if (number === 2) heads.second[place.id] = sequence
    yield { sequence, place, number, at: momentOf(sequence, events, until) }
  }
}

/** Nothing published yet. */
export function noHeads(shape: Shape): Heads {
  const blank = () => new Int32Array(shape.entries + 1)
  return { number: blank(), first: blank(), second: blank(), last: blank() }
}

const longHistory = (shape: Shape): Place => ({
  kind: 'page',
  index: SPECIAL.longHistory,
  id: shape.pageId(SPECIAL.longHistory),
})

function edited(shape: Shape, made: Record<Kind, number>, sequence: number): Place {
  const random = randomOf(shape.size.seed, 1, sequence)
  const share = random.next()
  const wanted: Kind = share < 0.55 ? 'page' : share < 0.95 ? 'fact' : 'source'
  const kind = made[wanted] > 0 ? wanted : made.page > 0 ? 'page' : 'source'
  const index = random.skewed(made[kind], 2)
  return { kind, index, id: shape.idOf(kind, index) }
}

/** More and more is done as time goes on; no two moments are the same. */
export const momentOf = (sequence: number, events: number, until: Date) =>
  new Date(until.getTime() - Math.round(SPAN * (1 - (sequence / events) ** 0.6)))
