import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { NOT_FOUND_PAGE } from '@/lib/framework/addresses'
import { isLeftToScripts } from '@/lib/framework/documents'
import { isForScripts } from '@/lib/framework/headers'
import { chosenCoding } from '@/lib/gateway/cache/coding'
import { encoded } from '@/lib/gateway/renderers/encode'
import type { Pool } from '@/lib/gateway/renderers/pool'
import type { Answer } from '@/lib/gateway/renderers/protocol'
import { readerHeader } from '@/lib/gateway/renderers/reader-header'
import { logError } from '@/lib/log'
import { PROGRESS_COOKIE } from '@/lib/progress/progress'
import { type Limiter, TooBusyError } from '@/lib/rate-limit/limiter'
import type { ReadRouting } from '@/lib/replica/read-routing'
import type { BodyBudget } from './body-budget'
import { cookieOf } from './cookie'
import { fromPrivate, towardsPrivate } from './private-headers'
import type { Readers } from './readers'
import { goOn, readBody } from './request-body'
import { sendRefusal } from './send'
import { isSameOrigin, outerAddress, visitorNetwork } from './visitor'

export interface PrivateRoutesOptions {
  pool: Pool
  readers: Pick<Readers, 'of'>
  routing: Pick<ReadRouting, 'ofVisit'>
  limiter: Limiter
  bodies: BodyBudget
  origin?: string | undefined
  trustedProxies: number
  /** How long an answer may take, in milliseconds. */
  deadline: number
}

/** What was asked for: the target, and whether it shows to each reader what is open to them. */
interface Asked {
  target: string
  obeysProgress: boolean
}

/** The methods of private routes. */
export const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Forwards requests for private routes for this visitor, and sends the answers to nobody else. */
export function createPrivateRoutes(options: PrivateRoutesOptions) {
  return async (req: IncomingMessage, res: ServerResponse, asked: Asked): Promise<void> => {
    const { target, obeysProgress } = asked
    const method = req.method ?? ''
    const isReading = method === 'GET' || method === 'HEAD'
    if (!METHODS.has(method)) return sendRefusal(req, res, 405, { allow: [...METHODS].join(', ') })
    const address = outerAddress(req, options)
    if (!address) return sendRefusal(req, res, 400)
    if (!isReading && !isSameOrigin(req, address)) return sendRefusal(req, res, 403)

    const holding = options.bodies.open()
    res.once('close', holding.release)
    try {
      const body = isReading ? undefined : await readBody(req, holding, () => goOn(req, res))
      if (body === null) return sendRefusal(req, res, 413)
      const nonce = randomBytes(16).toString('base64')
      const network = visitorNetwork(req, options.trustedProxies)
      const routed = options.routing.ofVisit(req, target)
      const reader = await options.readers.of(obeysProgress ? cookieOf(req, PROGRESS_COOKIE) : undefined)
      const visit = towardsPrivate(req, { address, network, nonce, body })
      const headers = { ...visit, ...readerHeader(reader), ...routed }
      const answer = await options.limiter.run(async () => {
        const signal = AbortSignal.any([AbortSignal.timeout(options.deadline), left(res)])
        const first = await options.pool.ask({ method, target, headers, body, signal })
        if (!isReading || !isEmptyNotFound(first)) return first
        return options.pool.ask({ method, target: NOT_FOUND_PAGE, headers, signal })
      })
      if (isBrokenDocument(answer)) return sendRefusal(req, res, 503)
      await sendPrivate(req, res, answer, fromPrivate(answer.headers, nonce))
    } catch (error) {
      if (req.destroyed || res.destroyed) return void res.destroy()
      if (!(error instanceof TooBusyError)) logError(error, { path: target.split('?')[0] })
      sendRefusal(req, res, 503)
    }
  }
}

/** Sends an answer, compressed; a private answer's codings are not cached. */
async function sendPrivate(
  req: IncomingMessage,
  res: ServerResponse,
  answer: Answer,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  const bodies = await encoded(answer.body, answer.headers['content-type'], 'pass on')
  const coding = chosenCoding(req.headers['accept-encoding'], bodies)
  const body = bodies[coding] ?? bodies.identity
  res.writeHead(answer.status, {
    ...headers,
    ...(bodies.gzip && { vary: 'accept-encoding' }),
    ...(coding !== 'identity' && { 'content-encoding': coding }),
    ...(req.method !== 'HEAD' && answer.status !== 204 && { 'content-length': body.byteLength }),
  })
  res.end(body)
}

/** Whether a page turned out to be missing after its render had begun. */
const isEmptyNotFound = ({ status, body }: Answer) => status === 404 && isLeftToScripts(body)

/** A failed request for a document: the framework's error page is empty until scripts have run. */
function isBrokenDocument({ status, headers }: Answer): boolean {
  return status === 500 && !isForScripts(headers['content-type'] ?? '')
}

/** Aborts when the visitor leaves before the answer. */
function left(res: ServerResponse): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => controller.abort())
  return controller.signal
}
