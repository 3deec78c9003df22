import { findFactNear, findFactsOfStanding, findNewestFacts, type ListedFact } from '@/db/facts/facts'
import { findNewPages, findPageHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { type Figures, findWikiFigures } from '@/db/wiki/wiki'
import { expiresBy, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Lead } from '@/lib/content/document'
import { openSteps, pagesNamed } from '@/lib/content/walk'
import { loadNames, type Names } from '@/lib/entries/names'
import type { FactCard } from '@/lib/facts/card'
import { type FactCards, loadFactCards } from '@/lib/facts/cards'
import type { Picture } from '@/lib/files/picture'
import { loadPictures, type Pictures } from '@/lib/files/pictures'
import { stored } from '@/lib/kinds/registry'
import { MOST_FIGURE } from '@/lib/messages/most-counted'
import { filesIn } from '@/lib/pages/compose'
import { pictureOfLine } from '@/lib/pages/plate'
import { publicScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { loadSettings } from '@/lib/settings/loaders'
import { endOfDay, shareOfDay, startOfDay } from '@/lib/wiki/day'

const WEEK = 7 * 86_400_000

/** A page that the wiki recommends: its introduction, and the picture of its infobox. */
interface Featured {
  id: number
  title: string
  path: string
  lead: Lead
  picture: Picture | null
  names: Names
  pictures: Pictures
}

export interface FrontPage {
  figures: Figures
  featured: Featured | null
  ofTheDay: FactCard | null
  newest: FactCard[]
  disputed: FactCard[]
  needSource: FactCard[]
  newPages: { label: string; path: string; kindName: string }[]
  names: FactCards['names']
}

/** The front page on the day of `now`, with one look-up of names for all its facts. */
export async function loadFrontPage(now: Date): Promise<FrontPage> {
  recordDependency(tags.recent, tags.standings, tags.settings)
  expiresBy(endOfDay(now))
  const db = reads()
  const [figures, featured, day, newest, disputed, unsourced, reported, newPages] = await Promise.all([
    findWikiFigures(db, new Date(startOfDay(now).getTime() - WEEK), MOST_FIGURE),
    loadFeatured(),
    factOfTheDay(now),
    findNewestFacts(db, publicScope, null, 12),
    findFactsOfStanding(db, publicScope, 'disputed', null, 3),
    findFactsOfStanding(db, publicScope, 'unsourced', null, 4),
    findFactsOfStanding(db, publicScope, 'reported', null, 4),
    findNewPages(db, publicScope, 6),
  ])
  const lists = [day ? [day] : [], newest, disputed, [...unsourced, ...reported].slice(0, 4)]
  const deck = await loadFactCards(lists.flat().map((fact) => fact.id))
  const byId = new Map(deck.cards.map((card) => [card.id, card]))
  const [dayCards, ...cards] = lists.map((rows) => rows.flatMap((row) => byId.get(row.id) ?? []))
  return {
    figures,
    featured,
    ofTheDay: dayCards?.[0] ?? null,
    newest: (cards[0] ?? []).filter(isInviting).slice(0, 5),
    disputed: cards[1] ?? [],
    needSource: cards[2] ?? [],
    newPages: newPages.map((page) => ({ ...page, path: paths.page(page.label) })),
    names: deck.names,
  }
}

/** The same for everybody all day: chosen among the facts that existed when the day began, if there were any. */
async function factOfTheDay(now: Date): Promise<ListedFact | null> {
  return findFactNear(reads(), publicScope, shareOfDay(now), startOfDay(now))
}

/** Closed facts are left out, and disputed ones have their own section. */
const isInviting = (card: FactCard) => !card.isClosed && card.standing !== 'disputed'

async function loadFeatured(): Promise<FrontPage['featured']> {
  const { featured_page: id } = await loadSettings()
  if (id === null) return null
  recordDependency(tags.entry(id))
  const head = await findPageHead(reads(), publicScope, id)
  if (!head) return null
  const { title, lead, infobox } = stored('page', head)
  const steps = [...openSteps(lead.content)]
  const file = Object.values(infobox).map(pictureOfLine).find(Boolean)?.file
  const [names, pictures] = await Promise.all([
    loadNames(pagesNamed(steps)),
    loadPictures([...(file === undefined ? [] : [file]), ...filesIn(steps)]),
  ])
  const picture = (file !== undefined && pictures.get(file)) || null
  return { id, title, path: paths.page(title), lead, picture, names, pictures }
}
