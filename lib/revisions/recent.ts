import { reads } from '@/db/postgres/client'
import { findEndOfNext } from '@/db/revisions/next-edits'
import { editsBefore, findRecentRevisions, type RecentFilter } from '@/db/revisions/revisions'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type ContentKind, contentKinds, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { loadOpenings } from '@/lib/places/loaders'
import { listOf, ON_A_PAGE, type RevisionList } from './list'

/** Which recent changes somebody looks at. */
export interface RecentView extends Required<RecentFilter> {
  kind: ContentKind | null
}

/** A view as the query of its address says it; null where nothing is left out. */
export type RecentQuery = Record<'by' | 'kind' | 'minor' | 'review', string | null>

/** A page of recent changes, and which of them it shows. */
export interface RecentList extends RevisionList {
  view: RecentView
}

/** The view of an address; whatever it says that is none of the choices leaves nothing out. */
export const viewOf = (asked: { [name in keyof RecentQuery]?: AddressText | undefined }): RecentView => ({
  isMinorHidden: asked.minor === 'hidden',
  kind: contentKinds.find((kind) => kind === asked.kind) ?? null,
  isByNewcomers: asked.by === 'newcomers',
  isUnreviewed: asked.review === 'none',
})

/** The query of a view's address. */
export const queryOf = (view: RecentView): RecentQuery => ({
  by: view.isByNewcomers ? 'newcomers' : null,
  kind: view.kind,
  minor: view.isMinorHidden ? 'hidden' : null,
  review: view.isUnreviewed ? 'none' : null,
})

/** Recent changes, and in brackets what of them a view shows. */
export function titleOfView({ kind, isByNewcomers, isUnreviewed, isMinorHidden }: RecentView): string {
  const { title, only, titleOf } = messages().history.recent
  const shown = [
    kind && kindOf(kind).texts().many,
    isByNewcomers && only.newcomers,
    isUnreviewed && only.unreviewed,
    isMinorHidden && only.withoutMinor,
  ].filter((one): one is string => typeof one === 'string')
  return shown.length > 0 ? titleOf(title, shown) : title
}

/**
 * What was published lately, as far as the view shows it. Where a view has too few among the edits that are looked
 * through, the list goes on after them.
 */
export async function loadRecent(before: Parameter, view = viewOf({})): Promise<RecentList> {
  recordDependency(tags.recent)
  const start = numberOfAddress(before)
  const { scope } = await loadOpenings()
  const rows = await findRecentRevisions(reads(), scope, { ...view, before: start, most: ON_A_PAGE + 1 })
  const list = await listOf(rows, start, (line) => line.sequence)
  const { kind, isByNewcomers, isUnreviewed } = view
  const isWhole = list.next !== null || (kind === null && !isByNewcomers && !isUnreviewed)
  return { ...list, next: isWhole ? list.next : await findEndOfNext(reads(), editsBefore(start, view)), view }
}
