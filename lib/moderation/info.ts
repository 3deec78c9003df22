import { cache } from 'react'
import { findAliasTexts } from '@/db/entries/aliases'
import { type EntryFigures, findEntryFigures } from '@/db/entries/entry-figures'
import { countBacklinks } from '@/db/links/backlinks'
import { findPageCard } from '@/db/pages/page-card'
import { findShownHeadById, type ShownHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findHistory } from '@/db/revisions/revisions'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  type AtAddress,
  entryAtNumber,
  entryAtTitle,
  type FoundEntry,
  missingEntry,
} from '@/lib/entries/at-address'
import { entryPath, historyPath, linksPath } from '@/lib/entries/paths'
import { recordHead } from '@/lib/entries/record-head'
import type { AddressText } from '@/lib/input/address'
import { type ContentKind, stored } from '@/lib/kinds/registry'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { loadOpenings, readerScope } from '@/lib/places/loaders'
import { type StandingProtection, standingProtection } from '@/lib/policy/protection'
import { lineOf, type RevisionLine, tagOfAuthor } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'

/** Editors are counted among so many of the latest edits. */
const EDITS_LOOKED_AT = 500
const MOST_ALIASES = 200

/** Information about an entry. */
export interface EntryInfo {
  entry: FoundEntry
  path: string
  historyPath: string
  linksPath: string
  first: RevisionLine
  last: RevisionLine
  figures: EntryFigures
  /** How many facts are about it, and how many links lead to it. */
  facts: number
  linksHere: number
  protection: StandingProtection | null
  licence: string
  origin: string | null
  /** What editors noted down for each other; null for nothing. */
  note: string | null
  /** Null for what is no page. */
  page: Awaited<ReturnType<typeof findPageCard>>
  aliases: string[]
}

export type AtInfo = Exclude<AtAddress, { state: 'found' }> | { state: 'found'; info: EntryInfo }

/** What is known of the page at a title. */
export const loadPageInfo = cache(
  async (address: AddressText): Promise<AtInfo> => infoOf(await entryAtTitle(paths.pageInfo, address)),
)

/** What is known of the fact, source or file of this number. */
export const loadNumberedInfo = cache(
  async (kind: ContentKind, segment: AddressText): Promise<AtInfo> =>
    infoOf(await entryAtNumber(kind, segment)),
)

async function infoOf(at: AtAddress): Promise<AtInfo> {
  if (at.state !== 'found') return at
  const { entry } = at
  const db = reads()
  recordDependency(tags.entry(entry.id), tags.history(entry.id), tags.linksTo(entry.id), tags.settings)
  const { scope } = await loadOpenings()
  const head = await findShownHeadById(db, scope, entry.id)
  if (!head) return missingEntry()
  recordHead(head)
  const within = await readerScope()
  const [[last], [first], figures, { counts, keys }, page, aliases] = await Promise.all([
    findHistory(db, scope, entry.id, null, 1),
    findHistory(db, scope, entry.id, 2, 1),
    findEntryFigures(db, scope, entry.id, EDITS_LOOKED_AT),
    countBacklinks(db, within, { toId: entry.id }, MOST_COUNTED),
    findPageCard(db, entry.id),
    findAliasTexts(db, entry.id, MOST_ALIASES),
  ])
  if (!last || !first) return missingEntry()
  const lines = { first: lineOf(first), last: lineOf(last) }
  recordDependency(...keys.map(tags.linksToTitle), ...Object.values(lines).flatMap(tagOfAuthor))
  const info = {
    entry,
    path: entryPath(entry),
    historyPath: historyPath(entry),
    linksPath: linksPath(entry),
    ...lines,
    figures,
    facts: counts.get('about') ?? 0,
    linksHere: [...counts.values()].reduce((sum, count) => sum + count, 0),
    protection: standingProtection(head),
    licence: head.licence,
    origin: head.origin,
    note: noteIn(entry.kind, head),
    page,
    aliases,
  }
  return { state: 'found', info }
}

function noteIn(kind: FoundEntry['kind'], head: ShownHead): string | null {
  const content = stored(kind, head)
  return 'note' in content ? content.note : null
}
