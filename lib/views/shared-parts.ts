import type { ShownHead } from '@/db/pages/pages'
import { paths } from '@/lib/routes'
import type { Cited } from './shared-entry'

/** What there is of these, in one line; null where there is nothing. */
export const joined = (...parts: (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join(' · ') || null

/** The current version of an entry of this wiki, as a bibliography names it. */
export const versionOf = (head: ShownHead, title: string): Cited => ({
  ...{ type: 'entry-encyclopedia', title, authors: [], container: null },
  ...{ issued: head.editedAt.toISOString().slice(0, 10), url: paths.revision(head.headId), archiveUrl: null },
})
