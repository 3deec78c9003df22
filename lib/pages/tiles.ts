import { findPageTexts } from '@/db/pages/page-texts'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Picture } from '@/lib/files/picture'
import { loadPictures } from '@/lib/files/pictures'
import { stored } from '@/lib/kinds/registry'
import { openInfobox, type PageContent } from '@/lib/kinds/schemas/page'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { pictureOfLine } from './plate'
import { summaryOf } from './summary'

/** A page in a list: its picture and the beginning of its introduction, where it has them. */
export interface Tile {
  id: number
  label: string
  path: string
  kind: string
  summary: string | null
  picture: Picture | null
  /** Its number in its work; null where it has none. */
  number: number | null
}

/** So many pages of a list are shown with picture and introduction; more by their titles alone. */
export const MOST_TILES = 60

/** A page by its title alone. */
export const plainTile = ({ id, label, kind }: { id: number; label: string; kind: string }): Tile => ({
  ...{ id, label, path: paths.page(label), kind, summary: null, picture: null, number: null },
})

/** The tiles of pages, in the order of `ids`, with three look-ups; what everybody may not see is missing. */
export async function loadTiles(ids: readonly number[]): Promise<Tile[]> {
  recordDependency(...ids.map(tags.entry))
  const rows = await findPageTexts(reads(), await readerScope(), ids)
  const pages = new Map(rows.map((row) => [row.id, { kind: row.kind, content: stored('page', row) }]))
  const pictures = await loadPictures([...pages.values()].flatMap(({ content }) => pictureIn(content) ?? []))
  return ids.flatMap((id) => {
    const page = pages.get(id)
    if (!page) return []
    const { title, lead, ordinal } = page.content
    const file = pictureIn(page.content)
    return {
      ...{ id, label: title, path: paths.page(title), kind: page.kind },
      summary: summaryOf(lead.content) ?? null,
      picture: (file !== undefined && pictures.get(file)) || null,
      number: ordinal?.number ?? null,
    }
  })
}

/** The file of the picture in a page's infobox. */
const pictureIn = (content: PageContent) =>
  Object.values(openInfobox(content)).map(pictureOfLine).find(Boolean)?.file
