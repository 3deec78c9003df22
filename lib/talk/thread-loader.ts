import { cache } from 'react'
import { reads } from '@/db/postgres/client'
import { findComments } from '@/db/talk/comments'
import { findThread, type ThreadRow } from '@/db/talk/threads'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { type AtAddress, entryAtId, type FoundEntry, missingEntry } from '@/lib/entries/at-address'
import type { AddressText, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { loadOpenings, nameGates } from '@/lib/places/loaders'
import { type ShownComments, showComments } from './comment-view'
import { gateOfComment } from './gate'
import { onlyReadable } from './loaders'
import { ON_A_PART, partOf, partPath } from './place'
import { withWordsGone } from './quoted-words'

/** A part of a thread. */
export interface ThreadView extends ShownComments {
  thread: ThreadRow
  entry: FoundEntry
  /** The numbers of its first comment and of the last that it has room for. */
  from: number
  to: number
  /** The addresses of the parts before and after it, and of the last. */
  older: string | null
  newer: string | null
  newest: string | null
}

/** What stands at the address of a thread. */
export type AtThread = Exclude<AtAddress, { state: 'found' }> | { state: 'found'; view: ThreadView }

/** The thread of this id, from the part that the number `from` is in. */
export const loadThread = cache(async (segment: AddressText, from: Parameter): Promise<AtThread> => {
  const id = numberOfAddress(segment)
  if (id === null) return missingEntry()
  recordDependency(tags.thread(id))
  const openings = await loadOpenings()
  const { scope } = openings
  const thread = await findThread(reads(), scope, id)
  if (!thread?.isShown || thread.entryId === null) return missingEntry()
  const at = await onlyReadable(await entryAtId(thread.entryId))
  if (at.state !== 'found') return at
  nameGates(openings, [gateOfComment(thread.gatePageId)])
  const asked = numberOfAddress(from) ?? 1
  const start = partOf(asked)
  if (from != null && (asked !== start || start === 1 || start > thread.lastNumber))
    return { state: 'moved', to: partPath(id, start > thread.lastNumber ? 1 : start) }
  const before = start + ON_A_PART
  const rows = await findComments(reads(), scope, { threadId: id, from: start, before })
  recordDependency(...[thread.startedById, thread.closedById].filter((one) => one !== null).map(tags.account))
  const last = partOf(thread.lastNumber)
  const shown = await showComments(rows)
  return {
    state: 'found',
    view: {
      comments: await withWordsGone(shown, at.entry),
      named: shown.named,
      thread,
      entry: at.entry,
      from: start,
      to: Math.min(before - 1, thread.lastNumber),
      older: start === 1 ? null : partPath(id, start - ON_A_PART),
      newer: last > start ? partPath(id, before) : null,
      newest: last > before ? partPath(id, last) : null,
    },
  }
})
