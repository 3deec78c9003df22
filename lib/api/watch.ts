import { nextPath } from '@/lib/accounts/next-path'
import { messages } from '@/lib/messages/messages'
import { seenUntilSchema, watchFeedSchema, watchSchema } from '@/lib/news/watch-schema'
import { changeWatch, changeWatchFeed, seeWatched } from '@/lib/news/watching'
import type { AccountActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { paths } from '@/lib/routes'
import { answerPlainForm } from './plain-form'

/**
 * Answers a plain form about what somebody watches: an entry that they begin or cease to watch, that they have seen what
 * changed, or the address of their private feed. Goes on to `next`; a visitor signs in first.
 */
export const answerWatch = (request: Request): Promise<Response> =>
  answerPlainForm(request, messages().watching.odd, {
    next: (form) => nextPath(form.next ?? paths.watchlist()),
    act: change,
  })

function change(form: object, actor: AccountActor, clientInfo: ClientInfo) {
  const watch = watchSchema.safeParse(form)
  if (watch.success) return changeWatch(actor, watch.data, clientInfo)
  const seen = seenUntilSchema.safeParse(form)
  if (seen.success) return seeWatched(actor, seen.data, clientInfo)
  const feed = watchFeedSchema.safeParse(form)
  return feed.success ? changeWatchFeed(actor, feed.data, clientInfo) : null
}
