import { findTitleHolder } from '@/db/entries/titles'
import { reads } from '@/db/postgres/client'
import { findSourcesOfOutlet } from '@/db/sources/outlets'
import { findNewestSources, findSourcesOfPage, type SourceRow } from '@/db/sources/sources'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { closingOf } from '@/lib/entries/at-address'
import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { stored } from '@/lib/kinds/registry'
import { OUTLET } from '@/lib/kinds/relation-fields'
import { readerScope } from '@/lib/places/loaders'
import { isTitleKey, titleKey } from '@/lib/titles/title'
import { citedSource } from './cited'

/** The most sources in one file. */
const MOST = 5_000

/** Which list: of all sources, of those of an outlet, or of those that a page and the facts about it cite. */
export type AskedList = Asking<'after' | 'outlet' | 'page'>

/** A list of sources for a bibliography, in the order of the list on the screen; null where there is no such page. */
export async function loadCitedList(asked: AskedList) {
  recordDependency(tags.sources)
  const rows = await rowsOf(asked, numberOfAddress(asked.after))
  if (!rows) return null
  const { shown, next } = paginate(rows, MOST, (row) => row.number)
  return {
    sources: shown.map((row) => ({
      number: row.number,
      cited: citedSource(row.number, stored('source', row)),
    })),
    next,
  }
}

async function rowsOf({ outlet, page }: AskedList, after: number | null): Promise<SourceRow[] | null> {
  const within = await readerScope()
  if (page) {
    const id = await idOfPage(page)
    return id === null ? null : findSourcesOfPage(reads(), within, id, after, MOST + 1)
  }
  if (!outlet) return findNewestSources(reads(), within, after, MOST + 1)
  const key = titleKey(outlet)
  return isTitleKey(key) ? findSourcesOfOutlet(reads(), within, OUTLET, key, after, MOST + 1) : []
}

async function idOfPage(title: string): Promise<number | null> {
  const key = titleKey(title)
  recordDependency(tags.title(key))
  const holder = isTitleKey(key) ? await findTitleHolder(reads(), key) : null
  if (!holder || holder.deletedAt || (await closingOf(holder))) return null
  recordDependency(tags.entry(holder.entryId), tags.factsAbout(holder.entryId))
  return holder.entryId
}
