import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadNames } from '@/lib/entries/names'
import { loadPlaces } from '@/lib/places/loaders'
import { seenOf, shortOf } from '@/lib/places/lock'
import type { Place } from '@/lib/places/place'

/** One place that can be chosen: all up to it has been seen. */
export interface Cell {
  place: Place
  /** What choosing it says (`ProgressChange`): `w12p345`. */
  seen: string
  /** How it is called in short: `S2 · E4`. */
  short: string
}

/** A row of places of a work: the episodes of a season, or all volumes. */
export interface Strip {
  /** The season that the cells are parts of; null for places that are parts of the work itself. */
  whole: Cell | null
  /** How each cell is called, with its number: `Episode`. */
  kindName: string
  cells: Cell[]
}

/** A work and its places, without their titles: those may tell too much. */
export interface WorkStrips {
  id: number
  label: string
  strips: Strip[]
}

/** The places of each work in strips, in their order. */
export async function loadStrips(): Promise<WorkStrips[]> {
  recordDependency(tags.places)
  const places = await loadPlaces()
  const works = [...new Set(places.map(({ workId }) => workId))]
  const names = await loadNames(works)
  return works.map((id) => ({
    id,
    label: names.get(id)?.label ?? '',
    strips: stripsOf(
      id,
      places.filter(({ workId }) => workId === id),
    ),
  }))
}

/** The strips of a work's places, given in their order. */
export function stripsOf(workId: number, places: readonly Place[]): Strip[] {
  const inOrder = [...places].sort((a, b) => a.rank - b.rank)
  const cellOf = (place: Place): Cell => ({ place, seen: seenOf(place), short: shortOf(place, places) })
  const cellsWithin = (id: number): Cell[] =>
    inOrder
      .filter(({ within }) => within === id)
      .flatMap((place) => [...cellsWithin(place.id), cellOf(place)])
  const wholes = inOrder.filter(({ within }) => within === workId)
  const hasParts = new Set(inOrder.map(({ within }) => within))
  const kindsWithParts = new Set(wholes.filter(({ id }) => hasParts.has(id)).map(({ kind }) => kind))
  const alone = wholes.filter(({ kind }) => !kindsWithParts.has(kind))
  return [
    ...wholes
      .filter(({ kind }) => kindsWithParts.has(kind))
      .map((place) => {
        const cells = cellsWithin(place.id)
        return { whole: cellOf(place), kindName: cells[0]?.place.kindName ?? place.kindName, cells }
      }),
    ...[...new Set(alone.map(({ kindName }) => kindName))].map((kindName) => ({
      whole: null,
      kindName,
      cells: alone.filter((place) => place.kindName === kindName).map(cellOf),
    })),
  ]
}
