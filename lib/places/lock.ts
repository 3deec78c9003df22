import type { Gate } from '@/lib/content/gate'
import { messages } from '@/lib/messages/messages'
import type { Place } from './place'

/** What a spoiler lock tells: until where, and never what or how much is behind it. */
export interface LockView {
  /** How the place is called; null when nobody has given one. */
  from: string | null
  /** What saying that one has seen that far says (`ProgressChange`), and how that place is called in short. */
  seen: string | null
  short: string | null
}

/** The lock of a gate, whose place is called `from`. */
export function lockOf(gate: Gate, from: string | null, places: readonly Place[]): LockView {
  const place = gate.kind === 'place' ? places.find(({ id }) => id === gate.page) : undefined
  return place
    ? { from, seen: seenOf(place), short: shortOf(place, places) }
    : { from, seen: null, short: null }
}

/** What saying that one has reached a place says. */
export const seenOf = ({ workId, id }: Place): string => `w${workId}p${id}`

/** A place as short as fits on a button, within the season that it is a part of: `S2 · E4`. */
export function shortOf(place: Place, places: readonly Place[]): string {
  const outer = places.find(({ id }) => id === place.within)
  return messages().progress.short(
    (outer ? [outer, place] : [place]).map(({ kindName, number }) => ({ kind: kindName, number })),
  )
}
