import { cache } from 'react'
import { findAccountCard } from '@/db/accounts/accounts'
import { reads } from '@/db/postgres/client'
import { type ContributionFigures, findContributionFigures } from '@/db/revisions/contributions'
import { findEndOfNext } from '@/db/revisions/next-edits'
import {
  editsShownOf,
  findContributions,
  findEntriesOfRevisions,
  findHistory,
} from '@/db/revisions/revisions'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Linked } from '@/lib/entries/acts'
import { type AtAddress, entryAtNumber, entryAtTitle, missingEntry } from '@/lib/entries/at-address'
import { type Deletion, loadDeletion } from '@/lib/entries/deletion'
import { historiesMergedInto } from '@/lib/entries/merged'
import { type Addressed, editPath, entryPath, historyPath } from '@/lib/entries/paths'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type ContentKind, contentKinds, kindOf } from '@/lib/kinds/registry'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { loadOpenings } from '@/lib/places/loaders'
import { withGone } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { type Comparison, compareRevisions } from './compare'
import type { RevisionLine } from './line'
import { listOf, ON_A_PAGE, type RevisionList } from './list'

/** An entry's history. */
export interface History extends RevisionList {
  entry: RevisionLine['entry']
  headId: number | null
  path: string
  editPath: string
  /** The histories of what was merged into it. */
  merged: Linked[]
  /** What it was merged into itself: these are the versions from before. */
  mergedInto: Linked | null
}

/** What stands at an address under /history. */
export type AtHistory = Exclude<AtAddress, { state: 'found' }> | { state: 'found'; history: History }

/** The history of the page at a title: the route's segments, still encoded, joined with slashes. */
export const loadPageHistory = cache(
  async (address: AddressText, before: Parameter): Promise<AtHistory> =>
    historyOf(await entryAtTitle(paths.pageHistory, address), before),
)

/** The history of the fact, source or file whose address has this number. */
export const loadNumberedHistory = cache(
  async (kind: ContentKind, segment: AddressText, before: Parameter): Promise<AtHistory> =>
    historyOf(await entryAtNumber(kind, segment), before),
)

function historyOf(at: AtAddress, before: Parameter): AtHistory | Promise<AtHistory> {
  if (at.state === 'found') return loadHistory(at.entry.id, before)
  if (at.state === 'moved' && at.merged) return loadHistory(at.merged.id, before, at.merged.into)
  return at
}

async function loadHistory(
  entryId: number,
  before: Parameter,
  mergedInto: Addressed | null = null,
): Promise<AtHistory> {
  recordDependency(tags.entry(entryId), tags.history(entryId))
  const start = numberOfAddress(before)
  const openings = await loadOpenings()
  const scope = mergedInto ? withGone(openings.scope) : openings.scope
  const rows = await findHistory(reads(), scope, entryId, start, ON_A_PAGE + 1)
  const list = await listOf(rows, start, (line) => line.number)
  const [first] = rows
  if (!first || !list.lines[0]) return missingEntry()
  const { entry } = list.lines[0]
  const history = {
    ...list,
    entry,
    headId: first.headId,
    path: historyPath(entry),
    editPath: editPath(entry),
    merged: await historiesMergedInto(entryId, entry.kind),
    mergedInto: mergedInto && {
      label: kindOf(mergedInto.kind).texts().numbered(mergedInto.number),
      path: entryPath(mergedInto),
    },
  }
  return { state: 'found', history }
}

/** Who an account is to everybody, and what it has published. */
export interface AccountPage extends RevisionList {
  id: number
  name: string
  createdAt: Date
  /** Not the account of jobs and imports, upon which nobody acts. */
  isPerson: boolean
  /** Its owner has deleted it. */
  isDeleted: boolean
  figures: ContributionFigures
  /** Only what was done to this kind of entry is listed, or only what checked a source. */
  kind: EditsOf | null
}

/** What of an account's edits can be listed by itself. */
export const editsOf = [...contentKinds, 'checks'] as const
export type EditsOf = (typeof editsOf)[number]

/**
 * The account whose address ends in `segment`, with what it did to one `wanted` kind of entry, what it checked, or all;
 * null when there is none.
 */
export const loadAccountPage = cache(
  async (segment: AddressText, before: Parameter, wanted?: AddressText): Promise<AccountPage | null> => {
    const id = numberOfAddress(segment)
    if (id === null) return nothingHere()
    // What was deleted, or restored, counts otherwise.
    recordDependency(tags.account(id), tags.contributions(id), tags.recent)
    const account = await findAccountCard(reads(), id)
    if (!account) return nothingHere()
    const start = numberOfAddress(before)
    const kind = editsOf.find((known) => known === wanted) ?? null
    const { scope } = await loadOpenings()
    const [rows, figures] = await Promise.all([
      findContributions(reads(), scope, id, start, ON_A_PAGE + 1, kind),
      findContributionFigures(reads(), scope, id, MOST_COUNTED),
    ])
    const list = await listOf(rows, start, (line) => line.sequence)
    // Edits to one kind of entry are searched in a range of edits: where it has too few, the list continues after it.
    const end =
      kind === null || list.next !== null
        ? null
        : await findEndOfNext(reads(), editsShownOf(reads(), scope, id, start))
    return { ...account, ...list, next: list.next ?? end, figures, kind }
  },
)

/** What stands at the address of a comparison: that, or that its entry was deleted. */
export type AtComparison = Comparison | { state: 'deleted'; deletion: Deletion }

/**
 * Two revisions compared, by the ids in an address (the older may be 0: nothing); what is closed in them only with
 * `isOpen`. Where their entry was deleted, that is said, as at every other address of it. Null when there is nothing to
 * compare.
 */
export const loadComparison = cache(
  async (older: AddressText, newer: AddressText, isOpen = false): Promise<AtComparison | null> => {
    const [from, to] = [older === '0' ? 0 : numberOfAddress(older), numberOfAddress(newer)]
    if (from === null || to === null) return nothingHere()
    const entries = await findEntriesOfRevisions(reads(), [from, to])
    recordDependency(...entries.flatMap((id) => [tags.entry(id), tags.history(id)]))
    if (entries.length === 0) recordDependency(tags.recent)
    const [entryId, ...others] = entries
    if (entryId === undefined || others.length > 0) return nothingHere()
    const comparison = await compareRevisions(from, to, { isOpen })
    if (comparison) return comparison
    const deletion = await loadDeletion(entryId)
    if (deletion?.mergedInto)
      return (await compareRevisions(from, to, { isOpen, isMerged: true })) ?? nothingHere()
    return deletion ? { state: 'deleted', deletion } : nothingHere()
  },
)
