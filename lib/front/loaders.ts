import { findFactNear, findFactsOfStanding, findNewestFacts, type ListedFact } from '@/db/facts/facts'
import { findNewPages, findPageHead, findPagesOfKind } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findPageKinds } from '@/db/wiki/page-kinds'
import { type Figures, findWikiFigures } from '@/db/wiki/wiki'
import { expiresBy, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Block, Lead } from '@/lib/content/document'
import { openSteps, pagesNamed } from '@/lib/content/walk'
import { loadNames, type Names } from '@/lib/entries/names'
import type { FactCard } from '@/lib/facts/card'
import { type FactCards, loadFactCards } from '@/lib/facts/cards'
import type { Picture } from '@/lib/files/picture'
import { loadPictures, type Pictures } from '@/lib/files/pictures'
import { stored } from '@/lib/kinds/registry'
import { openInfobox } from '@/lib/kinds/schemas/page'
import { MOST_FIGURE } from '@/lib/messages/most-counted'
import { type Branch, loadTopCategories } from '@/lib/pages/category-tree'
import { filesIn } from '@/lib/pages/compose'
import { type Passage, passagesOf } from '@/lib/pages/passages'
import { pictureOfLine } from '@/lib/pages/plate'
import { loadTiles, type Tile } from '@/lib/pages/tiles'
import { loadOpenings, readerScope } from '@/lib/places/loaders'
import type { ReadScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import type { FrontBlock } from '@/lib/settings/front-blocks'
import { loadSettings } from '@/lib/settings/loaders'
import { endOfDay, shareOfDay, startOfDay } from '@/lib/wiki/day'

const WEEK = 7 * 86_400_000
const MOST_SEASONS = 6
const MOST_CATEGORIES = 24

/** Seasons or volumes, with where all of them are. */
export interface Seasons {
  label: string
  path: string
  tiles: Tile[]
}

/** A page that the wiki recommends: its introduction, and the picture of its infobox. */
interface Featured {
  id: number
  title: string
  path: string
  lead: Lead
  /** The passages of its introduction that are behind gates. */
  passages: ReadonlyMap<Block, Passage>
  picture: Picture | null
  names: Names
  pictures: Pictures
}

export interface FrontPage {
  /** What it shows, in this order. */
  blocks: readonly FrontBlock[]
  /** Whether the wiki has any page. */
  isEmpty: boolean
  figures: Figures
  featured: Featured | null
  ofTheDay: FactCard | null
  newest: FactCard[]
  disputed: FactCard[]
  needSource: FactCard[]
  newPages: { label: string; path: string; kindName: string }[]
  seasons: Seasons | null
  categories: Branch[]
  names: FactCards['names']
}

/** The front page on the day of `now`: only what it shows is looked up, names for all its facts at once. */
export async function loadFrontPage(now: Date): Promise<FrontPage> {
  recordDependency(tags.recent, tags.standings)
  expiresBy(endOfDay(now))
  const { front_blocks: blocks } = await loadSettings()
  const where = <T>(block: FrontBlock, load: () => Promise<T>, otherwise: T) =>
    blocks.includes(block) ? load() : otherwise
  const db = reads()
  const within = await readerScope()
  const [figures, featured, day, newest, disputed, needing, newPages, seasons, categories] =
    await Promise.all([
      findWikiFigures(db, within, new Date(startOfDay(now).getTime() - WEEK), MOST_FIGURE),
      where('featured', () => loadFeatured(within), null),
      where('day', () => findFactNear(db, within, shareOfDay(now), startOfDay(now)), null),
      where('newest', () => findNewestFacts(db, within, null, 12), []),
      where('disputed', () => findFactsOfStanding(db, within, 'disputed', null, 2), []),
      where('unsourced', () => findNeedingSource(within), []),
      where('pages', () => findNewPages(db, within, 6), []),
      where('seasons', () => loadSeasons(within), null),
      where('categories', () => loadTopCategories(MOST_CATEGORIES), []),
    ])
  const lists = [day ? [day] : [], newest, disputed, needing]
  const deck = await loadFactCards(lists.flat().map((fact) => fact.id))
  const byId = new Map(deck.cards.map((card) => [card.id, card]))
  const [dayCards, ...cards] = lists.map((rows) => rows.flatMap((row) => byId.get(row.id) ?? []))
  return {
    blocks,
    isEmpty: figures.pages === 0,
    figures,
    featured,
    ofTheDay: dayCards?.[0] ?? null,
    newest: (cards[0] ?? []).filter(isInviting).slice(0, 5),
    disputed: cards[1] ?? [],
    needSource: cards[2] ?? [],
    newPages: newPages.map((page) => ({ ...page, path: paths.page(page.label) })),
    seasons,
    categories,
    names: deck.names,
  }
}

async function findNeedingSource(within: ReadScope): Promise<ListedFact[]> {
  const [unsourced, reported] = await Promise.all([
    findFactsOfStanding(reads(), within, 'unsourced', null, 4),
    findFactsOfStanding(reads(), within, 'reported', null, 4),
  ])
  return [...unsourced, ...reported].slice(0, 4)
}

/** The parts of the wiki's works: seasons or volumes, whatever kind with a place in a work comes first. */
async function loadSeasons(within: ReadScope): Promise<Seasons | null> {
  const kind = (await findPageKinds(reads())).find(({ hasOrdinal }) => hasOrdinal)
  if (!kind) return null
  recordDependency(tags.pagesOfKind(kind.key))
  const rows = await findPagesOfKind(reads(), within, kind.key, null, MOST_SEASONS)
  if (rows.length === 0) return null
  const tiles = await loadTiles(rows.map(({ id }) => id))
  return { label: kind.plural, path: paths.pagesOfKind(kind.key), tiles }
}

/** Closed facts are left out, and disputed ones have their own section. */
const isInviting = (card: FactCard) => !card.isClosed && card.standing !== 'disputed'

async function loadFeatured(within: ReadScope): Promise<FrontPage['featured']> {
  const { featured_page: id } = await loadSettings()
  if (id === null) return null
  recordDependency(tags.entry(id))
  const head = await findPageHead(reads(), within, id)
  if (!head) return null
  const content = stored('page', head)
  const { title, lead } = content
  const passages = passagesOf(id, content, {}, await loadOpenings())
  const steps = [...openSteps(lead.content, (block) => Boolean(passages.get(block)?.isOpen))]
  const file = Object.values(openInfobox(content)).map(pictureOfLine).find(Boolean)?.file
  const [names, pictures] = await Promise.all([
    loadNames(pagesNamed(steps)),
    loadPictures([...(file === undefined ? [] : [file]), ...filesIn(steps)]),
  ])
  const picture = (file !== undefined && pictures.get(file)) || null
  return { id, title, path: paths.page(title), lead, passages, picture, names, pictures }
}
