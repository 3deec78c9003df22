import { nextPath } from '@/lib/accounts/next-path'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { seenUntilSchema, watchFeedSchema, watchSchema } from '@/lib/news/watch-schema'
import { changeWatch, changeWatchFeed, seeWatched } from '@/lib/news/watching'
import type { AccountActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { writeLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor } from '@/lib/sessions/session'
import { isFromHere } from './http'

/** The longest form, in characters. */
const LONGEST_FORM = 4_000

/**
 * Answers a plain form about what somebody watches: an entry that they begin or cease to watch, that they have seen what
 * changed, or the address of their private feed. Goes on to `next`; a visitor signs in first.
 */
export async function answerWatch(request: Request): Promise<Response> {
  if (!isFromHere(request)) return said(messages().watching.odd, 403)
  const text = await request.text()
  if (text.length > LONGEST_FORM) return said(messages().watching.odd, 413)
  const form = Object.fromEntries(new URLSearchParams(text))
  const next = nextPath(form.next ?? paths.watchlist())
  const actor = await currentActor()
  if (actor.kind === 'visitor') return goTo(paths.signIn({ next }))
  const clientInfo = { network: hashNetwork(request.headers.get('x-loreleaf-network')) }
  const tooMany = await withinLimits(writeLimits(actor, clientInfo))
  const answer = tooMany ?? (await change(form, actor, clientInfo))
  if (!answer) return said(messages().watching.odd, 400)
  return answer.ok ? goTo(next) : said(sentenceOf(answer.message), answer.reason === 'not_found' ? 404 : 403)
}

function change(form: object, actor: AccountActor, clientInfo: ClientInfo) {
  const watch = watchSchema.safeParse(form)
  if (watch.success) return changeWatch(actor, watch.data, clientInfo)
  const seen = seenUntilSchema.safeParse(form)
  if (seen.success) return seeWatched(actor, seen.data, clientInfo)
  const feed = watchFeedSchema.safeParse(form)
  return feed.success ? changeWatchFeed(actor, feed.data, clientInfo) : null
}

const UNKEPT = { 'cache-control': 'private, no-store' }
const goTo = (location: string) => new Response(null, { status: 303, headers: { location, ...UNKEPT } })
const said = (words: string, status: number) =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...UNKEPT } })
