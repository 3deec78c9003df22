import { cache } from 'react'
import { type AfterLink, countBacklinks, findBacklinks } from '@/db/links/backlinks'
import { findEndPlace } from '@/db/links/reverse-ends'
import { type LinkKind, linkKind } from '@/db/links/schema'
import type { TitleTarget } from '@/db/links/title-links'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import type { ContentKind } from '@/lib/kinds/registry'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { titleKey, titleSchema } from '@/lib/titles/title'
import { type AtAddress, entryAtNumber, entryAtTitle, type FoundEntry } from './at-address'
import { entryPath } from './paths'
import { headingOfField, type Member, type ReverseHeading, readMembers } from './reverse-ends'

const ON_A_PAGE = 100

/** What links to an entry or a title, ordered by kind of link. */
export interface BacklinkList {
  counts: ReadonlyMap<LinkKind, number>
  /** Filtered to this kind. */
  kind: LinkKind | null
  groups: { kind: LinkKind; links: { id: number; label: string; path: string }[] }[]
  /** The `after` of the next page of the list; null at the end. */
  next: string | null
  isFirst: boolean
}

/** What names a page in fields of one heading: a page of the list. */
export interface MemberList {
  label: string
  field: string
  isPlace: boolean
  members: Member[]
  /** The `after` of the next page of the list; null at the end. */
  next: number | null
  isFirst: boolean
}

export type AtBacklinks =
  | Exclude<AtAddress, { state: 'found' }>
  | { state: 'found'; entry: FoundEntry; list: BacklinkList }
  | { state: 'members'; entry: FoundEntry; list: MemberList }
  /** No page has this title; links may name it all the same. */
  | { state: 'wanted'; title: string; list: BacklinkList }

/**
 * What links to the page at a title, or to the title where there is no page; with a `field` that pages show the other
 * end of, what names the page in it.
 */
export const loadPageBacklinks = cache(
  async (
    address: AddressText,
    kind: Parameter,
    after: Parameter,
    field?: Parameter,
  ): Promise<AtBacklinks> => {
    const at = await entryAtTitle(paths.pageLinks, address)
    const heading = at.state === 'found' && field !== undefined ? await headingOfField(field) : null
    if (at.state !== 'found' || !heading) return atBacklinks(at, kind, after)
    return { state: 'members', entry: at.entry, list: await membersOf(at.entry.id, heading, after) }
  },
)

async function membersOf(id: number, heading: ReverseHeading, after: Parameter): Promise<MemberList> {
  const from = numberOfAddress(after)
  const place = from === null ? null : await findEndPlace(reads(), from)
  const members = await readMembers(id, heading, { after: place, most: ON_A_PAGE + 1 })
  const { shown, next } = paginate(members, ON_A_PAGE, (member) => member.id)
  const { label, fields, isPlace } = heading
  return { label, field: fields[0] ?? '', isPlace, members: shown, next, isFirst: place === null }
}

/** What links to the fact, source or file of this number. */
export const loadNumberedBacklinks = cache(
  async (of: ContentKind, segment: AddressText, kind: Parameter, after: Parameter): Promise<AtBacklinks> =>
    atBacklinks(await entryAtNumber(of, segment), kind, after),
)

async function atBacklinks(at: AtAddress, kind: Parameter, after: Parameter): Promise<AtBacklinks> {
  if (at.state === 'found') {
    const { entry } = at
    recordDependency(tags.linksTo(entry.id))
    const list = await backlinksOf({ toId: entry.id }, kind, after)
    return { state: 'found', entry, list }
  }
  if (at.state !== 'missing' || at.title === undefined) return at
  if (!titleSchema.safeParse(at.title).success) return at
  const key = titleKey(at.title)
  const list = await backlinksOf({ key }, kind, after)
  return { state: 'wanted', title: at.title, list }
}

async function backlinksOf(target: TitleTarget, wanted: Parameter, after: Parameter): Promise<BacklinkList> {
  const kind = linkKind.enumValues.find((known) => known === wanted) ?? null
  const from = afterOf(after)
  const within = await readerScope()
  const [{ counts, keys }, rows] = await Promise.all([
    countBacklinks(reads(), within, target, MOST_COUNTED),
    findBacklinks(reads(), within, target, { kind, after: from, most: ON_A_PAGE + 1 }),
  ])
  recordDependency(...keys.map(tags.linksToTitle), ...rows.map((row) => tags.entry(row.id)))
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => `${row.link}-${row.id}`)
  const groups = linkKind.enumValues.flatMap((one) => {
    const links = shown.filter((row) => row.link === one)
    return links.length === 0
      ? []
      : [{ kind: one, links: links.map((row) => ({ ...row, path: entryPath(row) })) }]
  })
  return { counts, kind, groups, next, isFirst: from === null }
}

function afterOf(spelled: Parameter): AfterLink | null {
  const [kind, digits] = typeof spelled === 'string' ? spelled.split('-') : []
  const known = linkKind.enumValues.find((one) => one === kind)
  const from = numberOfAddress(digits)
  return known && from !== null ? { kind: known, from } : null
}
