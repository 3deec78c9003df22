import { cache } from 'react'
import { reads } from '@/db/client'
import { findAccountCard } from '@/db/queries/accounts'
import {
  findContributions,
  findEntriesOfRevisions,
  findEntryId,
  findHistory,
  findRecent,
  type ListedRevision,
} from '@/db/queries/revisions'
import { findTitleHolder } from '@/db/queries/titles'
import { tags } from '@/lib/cache/tags'
import { answerWith, nothingHere, touch } from '@/lib/cache/touched'
import { numberOfAddress } from '@/lib/entries/addresses'
import { type Deletion, loadDeletion } from '@/lib/entries/deletion'
import { stretchOf } from '@/lib/entries/paging'
import { publicScope } from '@/lib/policy/policy'
import { titleKey, titleOfSegments, titlePath, titleSchema } from '@/lib/titles/title'
import { type Comparison, compareRevisions } from './compare'
import { lineOf, type RevisionLine, tagOfAuthor } from './line'
import { editPath, historyPath } from './paths'

const ON_A_PAGE = 50

/** A stretch of a list of revisions, newest first. */
export interface RevisionList {
  lines: RevisionLine[]
  /** What `before` has to be for the stretch that follows; null at the end. */
  next: number | null
  isFirst: boolean
}

/** An entry's history. */
export interface History extends RevisionList {
  entry: RevisionLine['entry']
  headId: number | null
  path: string
  editPath: string
}

/** What stands at an address under /history. */
export type AtHistory =
  | { state: 'found'; history: History }
  | { state: 'moved'; to: string }
  | { state: 'deleted'; deletion: Deletion }
  | { state: 'missing' }

/** The history of the page at a title: the route's segments, still encoded, joined with slashes. */
export const loadPageHistory = cache(async (address: string, before: unknown): Promise<AtHistory> => {
  const segments = address.split('/')
  const title = titleOfSegments(segments)
  if (title === null || !titleSchema.safeParse(title).success) return missing()
  touch(tags.title(titleKey(title)))
  const holder = await findTitleHolder(reads(), titleKey(title))
  if (!holder) return missing()
  touch(tags.entry(holder.entryId))
  const deletion = holder.deletedAt ? await loadDeletion(holder.entryId) : null
  if (deletion) return { state: 'deleted', deletion }
  const isItsOwn = segments.map(decodeURIComponent).join('/') === holder.title.replaceAll(' ', '_')
  if (!isItsOwn) return { state: 'moved', to: `/history/${titlePath(holder.title)}` }
  return loadHistory(holder.entryId, before)
})

/** The history of the fact or source whose address has this number. */
export const loadNumberedHistory = cache(
  async (kind: 'fact' | 'source', segment: string, before: unknown): Promise<AtHistory> => {
    const number = numberOfAddress(segment)
    if (number === null) return missing()
    const id = await findEntryId(reads(), kind, number)
    if (id !== null) {
      const deletion = await loadDeletion(id)
      return deletion ? { state: 'deleted', deletion } : loadHistory(id, before)
    }
    // The next one of its kind to be published may get this number.
    touch(tags.recent)
    return missing()
  },
)

async function loadHistory(entryId: number, before: unknown): Promise<AtHistory> {
  touch(tags.entry(entryId), tags.history(entryId))
  const start = numberOfAddress(before)
  const rows = await findHistory(reads(), publicScope, entryId, start, ON_A_PAGE + 1)
  const list = listOf(rows, start, (line) => line.number)
  const [first] = rows
  if (!first || !list.lines[0]) return missing()
  const address = { kind: first.kind, number: first.entryNumber, label: first.label }
  const history = {
    ...list,
    entry: list.lines[0].entry,
    headId: first.headId,
    path: historyPath(address),
    editPath: editPath(address),
  }
  return { state: 'found', history }
}

/** What was published lately. */
export async function loadRecent(before: unknown): Promise<RevisionList> {
  touch(tags.recent)
  const start = numberOfAddress(before)
  const rows = await findRecent(reads(), publicScope, start, ON_A_PAGE + 1)
  return listOf(rows, start, (line) => line.sequence)
}

/** Who an account is to everybody, and what it has published. */
export interface AccountPage extends RevisionList {
  id: number
  name: string
  createdAt: Date
}

/** The account whose address ends in `segment`; null when there is none. */
export const loadAccountPage = cache(
  async (segment: string, before: unknown): Promise<AccountPage | null> => {
    const id = numberOfAddress(segment)
    if (id === null) return nothingHere()
    touch(tags.account(id), tags.contributions(id))
    const account = await findAccountCard(reads(), id)
    if (!account) return nothingHere()
    const start = numberOfAddress(before)
    const rows = await findContributions(reads(), publicScope, id, start, ON_A_PAGE + 1)
    return { ...account, ...listOf(rows, start, (line) => line.sequence) }
  },
)

/**
 * Two revisions compared, by the ids in an address (the older may be 0: nothing); what is closed in them only with
 * `isOpen`. Null when there is nothing to compare.
 */
export const loadComparison = cache(
  async (older: string, newer: string, isOpen = false): Promise<Comparison | null> => {
    const [from, to] = [older === '0' ? 0 : numberOfAddress(older), numberOfAddress(newer)]
    if (from === null || to === null) return nothingHere()
    const entries = await findEntriesOfRevisions(reads(), [from, to])
    touch(...entries.flatMap((id) => [tags.entry(id), tags.history(id)]))
    if (entries.length === 0) touch(tags.recent)
    const comparison = entries.length === 1 ? await compareRevisions(publicScope, from, to, isOpen) : null
    return comparison ?? nothingHere()
  },
)

function listOf(
  rows: ListedRevision[],
  start: number | null,
  keyOf: (line: RevisionLine) => number,
): RevisionList {
  const { shown: lines, next } = stretchOf(rows.map(lineOf), ON_A_PAGE, keyOf)
  // Names of entries and authors may change without a revision.
  touch(...lines.map((line) => tags.entry(line.entry.id)))
  touch(...lines.flatMap(tagOfAuthor))
  return { lines, next, isFirst: start === null }
}

function missing(): AtHistory {
  answerWith(404)
  return { state: 'missing' }
}
