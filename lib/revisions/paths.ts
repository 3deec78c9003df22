import type { Addressed } from '@/lib/entries/paths'
import { titlePath } from '@/lib/titles/spelling'

/** Where an entry's history is read. */
export function historyPath(entry: Addressed): string {
  return entry.kind === 'page'
    ? `/history/${titlePath(entry.label)}`
    : `/${entry.kind}s/${entry.number}/history`
}

/** Where an entry is edited. */
export function editPath(entry: Addressed): string {
  return entry.kind === 'page' ? `/edit/${titlePath(entry.label)}` : `/${entry.kind}s/${entry.number}/edit`
}

/** Where two revisions are compared; null stands for the nothing before a first one. */
export const diffPath = (older: number | null, newer: number) => `/diff/${older ?? 0}/${newer}`

/** The permanent address of a revision. */
export const revisionPath = (revisionId: number) => `/revisions/${revisionId}`

/** Where one edit is undone. */
export const revertPath = (revisionId: number) => `/revert/${revisionId}`
