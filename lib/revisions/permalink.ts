import { cache } from 'react'
import { findPageFacets } from '@/db/entries/facets'
import type { ShownHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { type EntryAsOf, findEntriesAsOf, findSequenceOf } from '@/db/revisions/as-of'
import type { ListedRevision } from '@/db/revisions/listed'
import { findEntriesOfRevisions, findListedRevision, findNextRevision } from '@/db/revisions/revisions'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { gateOf } from '@/lib/content/gate'
import { type Deletion, loadDeletion } from '@/lib/entries/deletion'
import { historyPath } from '@/lib/entries/paths'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import type { ContentKind } from '@/lib/kinds/registry'
import { loadOpenings, nameClosings } from '@/lib/places/loaders'
import { type ReadScope, withGone, writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { type ViewOf, viewsOf } from '@/lib/views/all'
import { lineOf, type RevisionLine, tagOfAuthor } from './line'

/** What a revision said, as far as it is shown. */
type Said =
  | { state: 'shown'; kind: ContentKind; shown: ViewOf[ContentKind] }
  /** What tells something from a place, or from one that nobody knows yet. */
  | { state: 'closed'; from: string | null }
  | { state: 'withheld' }
  | { state: 'erased' }

/** A revision at its permanent address. */
export interface Permalink {
  line: RevisionLine
  said: Said
  /** The reader has asked for what is closed in it, too. */
  isOpen: boolean
  historyPath: string
  previousPath: string | null
  nextPath: string | null
  /** What was changed since; null for the current one. */
  sincePath: string | null
}

export type AtRevision = { state: 'found'; permalink: Permalink } | { state: 'deleted'; deletion: Deletion }

/**
 * What stands at the permanent address of a revision: what it said, with everything that it shows as that stood then,
 * under the names and addresses of today. What is closed in it is shown only with `isOpen`. Null, and a 404, when no such
 * revision is shown to everybody.
 */
export const loadPermalink = cache(
  async (segment: AddressText, isOpen: boolean): Promise<AtRevision | null> => {
    const id = numberOfAddress(segment)
    if (id === null) return nothingHere()
    const [entryId] = await findEntriesOfRevisions(reads(), [id])
    if (entryId === undefined) {
      recordDependency(tags.recent)
      return nothingHere()
    }
    recordDependency(tags.entry(entryId), tags.history(entryId))
    const openings = await loadOpenings()
    const asked = isOpen ? writersScope : openings.scope
    const [deletion, shown, place] = await Promise.all([
      loadDeletion(entryId),
      findListedRevision(reads(), asked, id),
      findSequenceOf(reads(), id),
    ])
    if (deletion && !deletion.mergedInto) return { state: 'deleted', deletion }
    const scope = deletion ? withGone(asked) : asked
    const row = deletion ? await findListedRevision(reads(), scope, id) : shown
    if (!row || place === null) return nothingHere()
    nameClosings(openings, [{ ...row, number: row.entryNumber }])
    return { state: 'found', permalink: await permalinkOf(row, place, { isOpen, scope }) }
  },
)

interface Asked {
  isOpen: boolean
  scope: ReadScope
}

async function permalinkOf(row: ListedRevision, place: number, asked: Asked): Promise<Permalink> {
  const line = lineOf(row)
  recordDependency(...tagOfAuthor(line))
  const [said, next] = await Promise.all([
    saidBy(row, line.entry.label, place, asked),
    findNextRevision(reads(), row.entryId, row.number),
  ])
  return {
    line,
    said,
    isOpen: asked.isOpen,
    historyPath: historyPath(line.entry),
    previousPath: row.previousId === null ? null : paths.revision(row.previousId),
    nextPath: next === null ? null : paths.revision(next),
    sincePath: row.headId === null || row.headId === row.id ? null : paths.diff(row.id, row.headId),
  }
}

async function saidBy(
  row: ListedRevision,
  label: string,
  place: number,
  { isOpen, scope }: Asked,
): Promise<Said> {
  const openings = await loadOpenings()
  const [[then], facets] = await Promise.all([
    findEntriesAsOf(reads(), scope, [row.entryId], row.sequence),
    findPageFacets(reads(), [row.entryId]),
  ])
  if (!then || then.schemaVersion === null) return { state: 'erased' }
  if (then.content === null)
    return then.isOpen ? { state: 'withheld' } : { state: 'closed', from: openings.labelOf(gateOf(then)) }
  const head = headOf({ ...row, label }, then, facets.get(row.entryId)?.isLivingPerson ?? false)
  const said = await viewsOf(row.kind).asOf(then, head, { sequence: place, isOpen })
  if (!said) return { state: 'withheld' }
  if ('closed' in said) return { state: 'closed', from: said.closed }
  return { state: 'shown', kind: row.kind, shown: said.shown }
}

/** The revision in the place of the head, for what shows a head. */
const headOf = (
  row: ListedRevision & { label: string },
  then: EntryAsOf,
  isLivingPerson: boolean,
): ShownHead => ({
  id: row.entryId,
  number: row.entryNumber,
  kind: row.kind,
  label: row.label,
  headId: row.id,
  revisionNumber: row.number,
  licence: then.licence,
  origin: then.origin,
  editedAt: row.at,
  authorId: row.authorId === null ? null : Number(row.authorId),
  authorName: row.authorName,
  externalAuthorName: row.externalName,
  externalAuthorId: row.externalId === null ? null : Number(row.externalId),
  isAuthorWithheld: row.isAuthorHidden,
  // Today's protection says nothing about what stood here.
  protection: 'open',
  protectedUntil: null,
  protectionReason: null,
  content: then.content,
  schemaVersion: then.schemaVersion ?? 0,
  isLivingPerson,
})
