import type { PlaceRow } from '@/db/pages/places'

/** A season, episode or volume: a place in a work that a spoiler gate can name. */
export interface Place {
  /** Its page. */
  id: number
  /** The root of what it is a part of: the work that readers follow. */
  workId: number
  /** Its page's title. */
  label: string
  /** The key of its kind of page, and its name. */
  kind: string
  kindName: string
  /** What it is a part of at once: a season of an episode, the work of a season. */
  within: number
  /** Its number in that. */
  number: number
  /**
   * Its place in the order of its work: whoever has reached it has seen all of it, and everything of lower rank. A season
   * comes after its last episode.
   */
  rank: number
  /** When it opens for everybody; null for never. */
  opensAt: Date | null
  /** Its own page is behind a gate: its title may be told only to whoever has reached it. */
  isGated: boolean
}

const DAY = 86_400_000

/** Makes places of their rows, in the order of their works and ranks. What is a part of itself is no place. */
export function placesOf(rows: readonly PlaceRow[], openAfterDays: number | null): Place[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  const parts = new Map<number, PlaceRow[]>()
  for (const row of rows) {
    const within = row.within ?? 0
    const beside = parts.get(within)
    if (beside) beside.push(row)
    else parts.set(within, [row])
  }
  const works = [...parts.keys()].filter((id) => !known.has(id)).sort((a, b) => a - b)
  return works.flatMap((workId) =>
    partsOf(workId, parts).map((row, rank) => ({
      id: row.id,
      workId,
      label: row.label,
      kind: row.kind,
      kindName: row.kindName,
      within: row.within ?? 0,
      number: row.number ?? 0,
      rank,
      opensAt: openingOf(row, openAfterDays),
      isGated: row.gateKind !== 'none',
    })),
  )
}

/** Everything that is a part of an entry, each after its own parts. */
function partsOf(id: number, parts: ReadonlyMap<number, PlaceRow[]>): PlaceRow[] {
  const own = (parts.get(id) ?? []).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.id - b.id)
  return own.flatMap((row) => [...partsOf(row.id, parts), row])
}

/** The beginning (UTC) of the day so many days after the release. */
function openingOf({ releasedOn }: PlaceRow, openAfterDays: number | null): Date | null {
  if (releasedOn === null || openAfterDays === null) return null
  return new Date(Date.parse(`${releasedOn}T00:00:00Z`) + openAfterDays * DAY)
}
