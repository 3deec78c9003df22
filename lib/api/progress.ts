import { keepProgress } from '@/lib/accounts/keep-progress'
import { nextPath } from '@/lib/accounts/next-path'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { changeProgress, type ProgressChange } from '@/lib/progress/change-progress'
import { noProgress, parseProgress, printProgress, progressIn } from '@/lib/progress/progress'
import { wikiMark } from '@/lib/progress/wiki-id'
import { paths } from '@/lib/routes'
import { cookieHeader } from '@/lib/sessions/cookie-header'
import { progressCookie } from '@/lib/sessions/cookies'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor } from '@/lib/sessions/session'
import { isFromHere } from './http'

/** The longest form, in characters: a cookie's value, an address, and names. */
const LONGEST_FORM = 8_000

/**
 * Answers a plain form about how far somebody is: `seen`, `opened` or `closed` (`ProgressChange`) is a change, `progress`
 * the cookie's whole value after a script has changed it. It sets the cookie, keeps the same in the account of who is
 * signed in, and goes on to `next` or back to where the form stands, there to `at`. What a script sends is answered
 * without a page.
 */
export async function answerProgress(request: Request): Promise<Response> {
  const refusal = (status: number) => new Response(messages().progress.odd, { status, headers: headersOf() })
  if (!isFromHere(request)) return refusal(403)
  const text = await request.text()
  if (text.length > LONGEST_FORM) return refusal(413)
  const form = new URLSearchParams(text)
  const wiki = wikiMark(env.authSecret)
  const said = form.get('progress')
  const progress = said === null ? changed(request, form, wiki) : said && parseProgress(said, wiki)
  if (progress === null) return refusal(400)
  const value = progress === '' ? '' : printProgress(progress, wiki)
  const kept = await keep(request, value)
  const headers = headersOf({ 'set-cookie': cookieHeader(progressCookie(kept)) })
  if (said !== null) return new Response(null, { status: 204, headers })
  headers.set('location', wayBack(request, form))
  return new Response(null, { status: 303, headers })
}

function changed(request: Request, form: URLSearchParams, wiki: string) {
  const [change] = ['seen', 'opened', 'closed'].flatMap((name) => {
    const value = form.get(name)
    return value === null ? [] : [{ [name]: value } as ProgressChange]
  })
  const before = progressIn(request.headers.get('cookie'), wiki) ?? noProgress
  return change ? changeProgress(before, change, Math.floor(Date.now() / 1_000)) : null
}

/** Keeps it in the account, and gives what is kept; who is not signed in, or may not now, keeps it on the device. */
async function keep(request: Request, value: string): Promise<string> {
  const actor = await currentActor()
  if (actor.kind !== 'account') return value
  const network = hashNetwork(request.headers.get('x-loreleaf-network'))
  const answer = await keepProgress(actor, { progress: value }, { network })
  return answer.ok ? answer.progress : value
}

function wayBack(request: Request, form: URLSearchParams): string {
  const next = form.get('next')
  const at = form.get('at')
  const here = URL.parse(request.headers.get('referer') ?? '')
  const way = nextPath(next ?? (here ? here.pathname + here.search : paths.home()))
  return at && /^[\w-]{1,64}$/.test(at) ? `${way.split('#')[0]}#${at}` : way
}

const headersOf = (more: Record<string, string> = {}) =>
  new Headers({ 'cache-control': 'private, no-store', ...more })
