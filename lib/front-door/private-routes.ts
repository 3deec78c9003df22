import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logError } from '@/lib/log'
import { type Answer, exchange } from './exchange'
import { type Gate, TooBusyError } from './gate'
import type { InnerServer } from './inner-server'
import { fromPrivate, towardsPrivate } from './private-headers'
import { readBody } from './request-body'
import { sendRefusal } from './send'
import { isSameOrigin, outerAddress, visitorNetwork } from './visitor'

export interface PrivateRoutesOptions {
  inner: InnerServer
  gate: Gate
  origin?: string | undefined
  trustedProxies: number
  /** How long an answer may take, in milliseconds. */
  deadline: number
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Passes requests for private routes on, as this visitor's, and their answers back, to nobody else. */
export function createPrivateRoutes(options: PrivateRoutesOptions) {
  return async (req: IncomingMessage, res: ServerResponse, target: string): Promise<void> => {
    const method = req.method ?? ''
    const isReading = method === 'GET' || method === 'HEAD'
    if (!METHODS.has(method)) return sendRefusal(req, res, 405, { allow: [...METHODS].join(', ') })
    const address = outerAddress(req, options)
    if (!address) return sendRefusal(req, res, 400)
    if (!isReading && !isSameOrigin(req, address)) return sendRefusal(req, res, 403)

    const body = isReading ? undefined : await readBody(req).catch(() => 'the visitor left' as const)
    if (body === null) return sendRefusal(req, res, 413)
    if (body === 'the visitor left') return void res.destroy()

    const nonce = randomBytes(16).toString('base64')
    const network = visitorNetwork(req, options.trustedProxies)
    const headers = towardsPrivate(req, { address, network, nonce, body })
    try {
      const answer = await options.gate.run(async () => {
        const signal = AbortSignal.any([AbortSignal.timeout(options.deadline), left(res)])
        const first = await exchange(options.inner, { method, target, headers, body, signal })
        if (!isReading || !isLeftToScripts(first)) return first
        return exchange(options.inner, { method, target: NOT_FOUND, headers, signal })
      })
      if (isBrokenDocument(answer)) return sendRefusal(req, res, 503)
      res.writeHead(answer.status, {
        ...fromPrivate(answer.headers, nonce),
        ...(method !== 'HEAD' && answer.status !== 204 && { 'content-length': answer.body.byteLength }),
      })
      res.end(answer.body)
    } catch (error) {
      if (res.destroyed) return
      if (!(error instanceof TooBusyError)) logError(error, { path: target.split('?')[0] })
      sendRefusal(req, res, 503)
    }
  }
}

/** The framework's own page for what is not there, written out in full. */
const NOT_FOUND = '/_not-found'

/** A page that turns out not to be there after it has begun has a body that only scripts fill in. */
const isLeftToScripts = ({ status, body }: Answer) =>
  status === 404 && body.subarray(0, 300).includes('id="__next_error__"')

/** A failure that a script did not ask for: the framework's own page for it is empty until scripts have run. */
function isBrokenDocument({ status, headers }: Answer): boolean {
  return status === 500 && !/^(?:text\/x-component|application\/json)\b/i.test(headers['content-type'] ?? '')
}

/** Aborts when the visitor leaves before the answer. */
function left(res: ServerResponse): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => controller.abort())
  return controller.signal
}
