import type { ReverseEnds } from '@/lib/entries/reverse-ends'
import { loadTiles, type Tile } from './tiles'

/** What has its place in a work: the episodes of a season, the first of them in their order. */
export interface PartsOfWork {
  label: string
  /** The field that names the work; the rest of the list has it in its address. */
  field: string
  tiles: Tile[]
  /** How many there are. */
  count: number
}

/** The parts among what names a page in fields of others, with their pictures and introductions. */
export async function loadParts(ends: readonly ReverseEnds[]): Promise<PartsOfWork[]> {
  const parts = ends.filter(({ isPlace }) => isPlace)
  const tiles = await loadTiles(parts.flatMap(({ members }) => members.map(({ id }) => id)))
  const byId = new Map(tiles.map((tile) => [tile.id, tile]))
  return parts.map(({ label, field, members, count }) => ({
    ...{ label, field, count },
    tiles: members.flatMap(({ id }) => byId.get(id) ?? []),
  }))
}
