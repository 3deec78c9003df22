import { cache } from 'react'
import { reads } from '@/db/client'
import { type AfterLink, countBacklinks, findBacklinks } from '@/db/queries/backlinks'
import { type LinkKind, linkKind } from '@/db/schema/links'
import { tags } from '@/lib/cache/tags'
import { touch } from '@/lib/cache/touched'
import { publicScope } from '@/lib/policy/policy'
import { MOST_COUNTED } from '@/lib/texts/en/up-to'
import { numberOfAddress } from './addresses'
import { type AtAddress, entryAtNumber, entryAtTitle, type FoundEntry } from './at-address'
import { stretchOf } from './paging'
import { entryPath } from './paths'
import { linksPath } from './tools'

const ON_A_PAGE = 100

/** What points at an entry, in the order of the kinds of links. */
export interface Backlinks {
  entry: FoundEntry
  /** Where this list is read. */
  path: string
  counts: ReadonlyMap<LinkKind, number>
  /** Only this kind is shown. */
  kind: LinkKind | null
  groups: { kind: LinkKind; links: { id: number; label: string; path: string }[] }[]
  /** What `after` has to be for the stretch that follows; null at the end. */
  next: string | null
  isFirst: boolean
}

export type AtBacklinks = Exclude<AtAddress, { state: 'found' }> | { state: 'found'; backlinks: Backlinks }

/** What links to the page at a title. */
export const loadPageBacklinks = cache(
  async (address: string, kind: unknown, after: unknown): Promise<AtBacklinks> =>
    backlinksOf(await entryAtTitle('links', address), kind, after),
)

/** What links to the fact or source of this number. */
export const loadNumberedBacklinks = cache(
  async (of: 'fact' | 'source', segment: string, kind: unknown, after: unknown): Promise<AtBacklinks> =>
    backlinksOf(await entryAtNumber(of, segment), kind, after),
)

async function backlinksOf(at: AtAddress, wanted: unknown, after: unknown): Promise<AtBacklinks> {
  if (at.state !== 'found') return at
  const { entry } = at
  touch(tags.linksTo(entry.id))
  const kind = linkKind.enumValues.find((known) => known === wanted) ?? null
  const from = afterOf(after)
  const [counts, rows] = await Promise.all([
    countBacklinks(reads(), publicScope, entry.id, MOST_COUNTED),
    findBacklinks(reads(), publicScope, entry.id, { kind, after: from, most: ON_A_PAGE + 1 }),
  ])
  touch(...rows.map((row) => tags.entry(row.id)))
  const { shown, next } = stretchOf(rows, ON_A_PAGE, (row) => `${row.link}-${row.id}`)
  const groups = linkKind.enumValues.flatMap((one) => {
    const links = shown.filter((row) => row.link === one)
    return links.length === 0
      ? []
      : [{ kind: one, links: links.map((row) => ({ ...row, path: entryPath(row) })) }]
  })
  const backlinks = { entry, path: linksPath(entry), counts, kind, groups, next, isFirst: from === null }
  return { state: 'found', backlinks }
}

function afterOf(spelled: unknown): AfterLink | null {
  const [kind, digits] = typeof spelled === 'string' ? spelled.split('-') : []
  const known = linkKind.enumValues.find((one) => one === kind)
  const from = numberOfAddress(digits)
  return known && from !== null ? { kind: known, from } : null
}
