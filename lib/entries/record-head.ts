import type { ShownHead } from '@/db/pages/pages'
import { expiresBy, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { standingProtection } from '@/lib/policy/protection'

/**
 * Records that the current page shows an entry's head: its text, its last editor, and its protection until that
 * expires.
 */
export function recordHead(head: ShownHead): void {
  recordDependency(tags.entry(head.id))
  if (head.authorId !== null) recordDependency(tags.account(head.authorId))
  if (head.externalAuthorId !== null) recordDependency(tags.authorElsewhere(head.externalAuthorId))
  const until = standingProtection(head)?.until
  if (until) expiresBy(until)
}
