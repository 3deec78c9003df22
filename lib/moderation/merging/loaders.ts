import { primary } from '@/db/postgres/client'
import { changeOf } from '@/lib/changesets/change'
import { type ContentDiff, diffContents } from '@/lib/content/diff'
import { findDiffLabels } from '@/lib/entries/diff-labels'
import type { Named } from '@/lib/entries/named'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError } from '@/lib/errors'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { contentOf, kindOf } from '@/lib/kinds/registry'
import { readScopeOf } from '@/lib/policy/policy'
import { requireModerator } from '@/lib/sessions/session'
import { loadEntryToModerate, type ModeratedEntry } from '../loaders'
import { bothNow } from './both'
import { likelyOthers } from './doubles'

/** The other of a merge, and what it gets from this one: null where it knows all of it. */
export interface Other {
  id: number
  label: string
  path: string
  gets: ContentDiff | null
}

/** The screen of a merge: first the other is chosen, then both are compared. */
export interface MergePage {
  entry: ModeratedEntry
  /** What was typed. */
  into: string
  problem: string | null
  other: Other | null
  /** What it may be merged into. */
  likely: Named[]
}

/** Loads it, with the other where one was chosen that this entry can be merged into. */
export async function loadMergePage(
  segment: AddressText,
  asked: Asking<'into' | 'intoSource'>,
): Promise<MergePage> {
  const entry = await loadEntryToModerate(segment)
  const into = asked.into ?? ''
  const intoSource = numberOfAddress(asked.intoSource)
  const within = readScopeOf(await requireModerator())
  const likely = kindOf(entry.kind).joined && !entry.deletedAt ? await likelyOthers(within, entry) : []
  const page = { entry, into, problem: null, other: null, likely }
  if ((into === '' && intoSource === null) || entry.deletedAt) return page
  try {
    return { ...page, other: await otherOf(entry.id, into, intoSource) }
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return { ...page, problem: error.message }
  }
}

async function otherOf(entryId: number, into: string, intoSource: number | null): Promise<Other> {
  const actor = await requireModerator()
  const { kept, now, requested } = await bothNow({ entryId, into, intoSource })
  const [joined] = requested
  if (!joined) throw new Error('nothing would be merged')
  const kind = kindOf(kept.kind)
  const labels = await findDiffLabels(primary(), readScopeOf(actor), [contentOf(kept.kind, now), joined])
  const { touches } = changeOf(kind, now, joined.content)
  return {
    id: kept.id,
    label: kept.label,
    path: entryPath(kept),
    gets: touches.size === 0 ? null : diffContents(kind, now, joined.content, labels),
  }
}
