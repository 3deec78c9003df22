import type { ShownHead } from '@/db/pages/pages'
import { tags } from '@/lib/cache/tags'
import { expiresBy, touch } from '@/lib/cache/touched'
import { standingProtection } from '@/lib/policy/protection'

/**
 * Tells that the page under way shows an entry's head: its text, who edited it last, and a protection until it runs
 * out by the clock.
 */
export function touchHead(head: ShownHead): void {
  touch(tags.entry(head.id))
  if (head.authorId !== null) touch(tags.account(head.authorId))
  if (head.externalAuthorId !== null) touch(tags.authorElsewhere(head.externalAuthorId))
  const until = standingProtection(head)?.until
  if (until) expiresBy(until)
}
