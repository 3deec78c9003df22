import { Agent, request } from 'undici'
import { connector } from './connect'
import { type Outcome, OutsideError, type Read, type Unread, type Why } from './outcome'
import type { Reach } from './reach'
import { ACCEPTED_CODINGS, readBody } from './read-body'

/** What is asked for: which types, and how many bytes of it at most. */
export interface Wanted {
  accept: string
  types: RegExp
  most: number
}

/** Where an answer leads on to. */
export interface Onward {
  ok: 'onward'
  to: string
}

type Headers = Record<string, string | string[] | undefined>

/**
 * Sends one request, without cookies or credentials, on a connection of its own that is closed afterwards, and reads the
 * answer as far as it is wanted. Headers beyond 16 kB break it off.
 */
export async function ask(
  url: URL,
  wanted: Wanted,
  reach: Reach,
  { signal, patience }: { signal: AbortSignal; patience: number },
): Promise<Outcome | Onward> {
  const agent = new Agent({
    connect: connector(reach, signal, patience),
    maxHeaderSize: 16_384,
    headersTimeout: patience,
    bodyTimeout: patience,
    pipelining: 0,
  })
  try {
    const headers = {
      accept: wanted.accept,
      'accept-encoding': ACCEPTED_CODINGS,
      'accept-language': 'en, *;q=0.5',
      'user-agent': reach.userAgent,
    }
    const answer = await request(url, { dispatcher: agent, method: 'GET', headers, signal })
    const outcome = judge(answer.statusCode, answer.headers, wanted)
    if (outcome !== null) return outcome
    const coding = textOf(answer.headers['content-encoding'])
    const contentType = textOf(answer.headers['content-type'])
    return {
      ok: true,
      url,
      contentType,
      ...(await readBody(answer.body, coding, wanted.most)),
    } satisfies Read
  } catch (error) {
    return { ok: false, why: whyOf(error, signal) }
  } finally {
    // What was not read of it is dropped with its connection.
    agent.destroy().catch(() => {})
  }
}

/** What an answer is by its status and headers; null for what is to be read. */
function judge(status: number, headers: Headers, { types }: Wanted): Unread | Onward | null {
  const location = textOf(headers.location)
  if (status >= 300 && status < 400 && location) return { ok: 'onward', to: location }
  if (status === 429 || status === 503)
    return { ok: false, why: 'later', again: whenAgain(textOf(headers['retry-after'])) }
  if (status < 200 || status >= 300) return { ok: false, why: whyOfStatus(status) }
  const [type = ''] = textOf(headers['content-type']).toLowerCase().split(';')
  if (types.test(type.trim())) return null
  return { ok: false, why: type.trim() === 'application/pdf' ? 'pdf' : 'other-type' }
}

function whyOfStatus(status: number): Why {
  if ([401, 402, 403, 407, 451].includes(status)) return 'login'
  return status === 404 || status === 410 ? 'gone' : 'failing'
}

/** How long a host is left alone that says so without saying how long, and at most, in seconds. */
const OTHERWISE = 60
const AT_MOST = 24 * 60 * 60

/** The time of a `Retry-After`: seconds or a date (RFC 9110 §10.2.3). */
export function whenAgain(text: string, now = Date.now()): Date {
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1_000
  const wait = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), AT_MOST) : OTHERWISE
  return new Date(now + wait * 1_000)
}

/** Of a header that came more than once, the first. */
const textOf = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

function whyOf(error: unknown, signal: AbortSignal): Why {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof OutsideError) return cause.why
  const isLate = signal.aborted || /Timeout/.test((error as Error)?.name ?? '')
  return isLate ? 'slow' : 'unreachable'
}
