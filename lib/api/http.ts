import { savedCookie } from '@/lib/cache/saved'
import { MOST_BYTES, readJson } from '@/lib/content/bounds'
import { type Outcome, type Refusal, RefusalError, type RefusalReason, refusable, refuse } from '@/lib/errors'
import { issueFor } from '@/lib/errors/issues'
import { logError } from '@/lib/log'
import { codes } from '@/lib/messages/codes'
import { sentenceOf, sentencesOf } from '@/lib/messages/message'
import { eventOf, refuseCaller } from '@/lib/operations/operation'
import { messagesAt } from '@/lib/operations/read-form'
import { writeLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { checkWriter } from '@/lib/sessions/check-writer'
import { cookieHeader } from '@/lib/sessions/cookie-header'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor } from '@/lib/sessions/session'
import { SEND_AS, WRITTEN_AS } from '@/lib/sessions/written-as'
import { type AnyOperation, overHttp } from './over-http'

/** The status of an answer that refuses, by its reason. */
export const statuses: Record<RefusalReason, number> = {
  invalid: 400,
  not_signed_in: 401,
  not_allowed: 403,
  blocked: 403,
  wrong_credentials: 403,
  second_step: 403,
  other_account: 403,
  not_found: 404,
  conflict: 409,
  title_taken: 409,
  head_not_clean: 409,
  already_decided: 409,
  no_change: 409,
  key_reused: 409,
  name_taken: 409,
  too_many: 429,
  failed: 500,
}

/**
 * Answers a JSON POST to the operation of this name like a form of it: checks who asks, by the session cookie, before
 * reading anything; the same limits; a body of at most 1 MB, bounded before it is parsed, that says for whom it was
 * made (`writtenAs`); the same refusals, as sentences and as codes, with a status for each reason. Only from a page of
 * this site, since the browser sends the cookie from anywhere. Never throws.
 */
export async function answerJson(name: string, request: Request): Promise<Response> {
  try {
    const operation = overHttp.get(name)
    if (!operation) return refused(refuse('not_found', codes().accounts.refused.notFound))
    const answer = await refusable(() => answerTo(operation, request))
    if (!answer.ok) return refused(answer)
    return respond(200, answer, eventOf(answer))
  } catch (error) {
    logError(error, { operation: name })
    return refused(refuse('failed', codes().accounts.failed))
  }
}

async function answerTo(operation: AnyOperation, request: Request): Promise<Outcome> {
  const { about } = operation
  if (!isFromHere(request)) return refuse('not_allowed', codes().accounts.refused.notFromHere)
  const actor = await currentActor()
  const clientInfo = { network: hashNetwork(request.headers.get('x-loreleaf-network')) }
  const not = refuseCaller(about.who, actor) ?? (await withinLimits(writeLimits(actor, clientInfo)))
  if (not) return not
  const { [WRITTEN_AS]: writtenAs, [SEND_AS]: sendAs, ...given } = await readBody(request)
  const parsed = about.input.safeParse(given, { error: issueFor })
  if (!parsed.success) return refuse('invalid', codes().accounts.checkMarked, messagesAt(parsed.error.issues))
  const said = new Map([
    [WRITTEN_AS, writtenAs],
    [SEND_AS, sendAs],
  ])
  const other = about.who === 'entrance' ? null : await checkWriter(actor, said)
  return other ?? (operation(actor, parsed.data, clientInfo) as Promise<Outcome>)
}

/** Whether a request was sent by a page of this site. */
export function isFromHere({ headers }: Request): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return URL.parse(headers.get('origin') ?? '')?.host === host
}

/** The posted JSON object. Throws a `RefusalError` for anything else, and for more than 1 MB. */
async function readBody(request: Request): Promise<Record<string, unknown>> {
  const { content } = codes().errors
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MOST_BYTES) throw new RefusalError(refuse('invalid', content.tooLarge(length, MOST_BYTES)))
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    throw new RefusalError(refuse('invalid', content.unreadable))
  const read = readJson(await request.text())
  if (!read.ok) throw new RefusalError(refuse('invalid', read.message))
  const { value } = read
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new RefusalError(refuse('invalid', content.unreadable))
}

function refused(refusal: Refusal): Response {
  const { retryAfter, message, fields } = refusal
  const said = { message: sentenceOf(message), ...(fields && { fields: sentencesOf(fields) }) }
  const response = respond(
    statuses[refusal.reason],
    { ...refusal, ...said, codes: { message, fields } },
    null,
  )
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter))
  return response
}

function respond(status: number, body: object, event: number | null): Response {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  if (event !== null) headers.append('set-cookie', cookieHeader(savedCookie(event)))
  return Response.json(body, { status, headers })
}
