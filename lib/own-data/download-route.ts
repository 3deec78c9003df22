import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { primary } from '@/db/postgres/client'
import { proofSchema } from '@/lib/accounts/schema'
import { createBodyBudget } from '@/lib/gateway/http/body-budget'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { FILE_POLICY, SAFETY_HEADERS } from '@/lib/gateway/http/policy-headers'
import { goOn, readBody } from '@/lib/gateway/http/request-body'
import { PRIVATE_CACHING, sendRefusal } from '@/lib/gateway/http/send'
import { isSameOrigin, outerAddress, visitorNetwork } from '@/lib/gateway/http/visitor'
import type { AccountActor } from '@/lib/policy/actor'
import { createLimiter, TooBusyError } from '@/lib/rate-limit/limiter'
import { paths } from '@/lib/routes'
import { actorOfRequest } from '@/lib/sessions/actor-of-request'
import { checkWriter } from '@/lib/sessions/check-writer'
import { hashNetwork } from '@/lib/sessions/network'
import { readSettings } from '@/lib/settings/settings'
import { asHtml } from './as-html'
import { asJson } from './as-json'
import { download } from './download-operation'
import type { Failure } from './failures'
import { inLargePieces } from './large-pieces'

/** How visitors reach the wiki. */
interface Outside {
  origin?: string | undefined
  trustedProxies: number
}

/** Downloads at once. Each holds one page of rows at a time, however much there is. */
const DOWNLOADS = { running: 4, waiting: 8, queueTimeout: 10_000 }

/** The longest form, and all forms together, in bytes. */
const LONGEST_FORM = 50_000
const FORMS = 2_000_000

const formats = {
  json: { write: asJson, type: 'application/json; charset=utf-8' },
  html: { write: asHtml, type: 'text/html; charset=utf-8' },
} as const

const isFormat = (name: string): name is keyof typeof formats => Object.hasOwn(formats, name)

/**
 * Answers the form of `paths.ownData()`, posted to `paths.ownDataFile('json')` or `'html'`, with everything that is kept
 * of the one who asks. It is sent by the gateway itself, since an answer from behind it is held in memory as a whole, and
 * this one has no bound. Whoever is refused is sent back to the form.
 */
export function createDownloadRoute(outside: Outside): OwnRoute {
  const limiter = createLimiter(DOWNLOADS)
  const forms = createBodyBudget(FORMS)

  async function readForm(req: IncomingMessage, res: ServerResponse): Promise<URLSearchParams | null> {
    const holding = forms.open()
    res.once('close', holding.release)
    const body = await readBody(req, holding, () => goOn(req, res), LONGEST_FORM)
    return body && new URLSearchParams(body.toString())
  }

  async function answer(req: IncomingMessage, res: ServerResponse, name: string): Promise<void> {
    if (!isFormat(name)) return sendRefusal(req, res, 404)
    if (req.method === 'GET' || req.method === 'HEAD') return sendBack(res, paths.ownData())
    if (req.method !== 'POST') return sendRefusal(req, res, 405, { allow: 'GET, HEAD, POST' })
    const address = outerAddress(req, outside)
    if (!address || !isSameOrigin(req, address)) return sendRefusal(req, res, 403)
    const form = await readForm(req, res)
    if (!form) return sendRefusal(req, res, 413)
    const actor = await actorOfRequest(req)
    if (actor.kind !== 'account') return sendBack(res, paths.signIn({ next: paths.ownData() }))
    const network = hashNetwork(visitorNetwork(req, outside.trustedProxies))
    await limiter.run(async () => {
      const failure = await whyNot(actor, form, network)
      if (failure) return sendBack(res, paths.ownData({ failed: failure }))
      await send(req, res, name, actor, address.origin)
    })
  }

  return {
    async answer(req, res, { words: [name = ''] }) {
      try {
        await answer(req, res, decodeURIComponent(name))
      } catch (error) {
        // Its reader left, or what is cut short has to look so.
        if (res.destroyed || res.headersSent) return void res.destroy()
        if (!(error instanceof TooBusyError)) throw error
        sendBack(res, paths.ownData({ failed: 'busy' }))
      }
    },
  }
}

async function whyNot(
  actor: AccountActor,
  form: URLSearchParams,
  network: string | null,
): Promise<Failure | null> {
  if (await checkWriter(actor, form)) return 'other'
  const proof = proofSchema.safeParse({ currentPassword: form.get('currentPassword') ?? '' })
  if (!proof.success) return 'wrong'
  const answer = await download(actor, proof.data, { network })
  if (answer.ok) return null
  if (answer.reason === 'too_many') return 'many'
  return form.has('currentPassword') ? 'wrong' : 'again'
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  format: keyof typeof formats,
  { id, name }: AccountActor,
  origin: string,
): Promise<void> {
  const { write, type } = formats[format]
  const { name: wiki } = await readSettings(primary())
  const madeAt = new Date()
  const isCompressed = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
  res.writeHead(200, {
    ...SAFETY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'cache-control': PRIVATE_CACHING,
    'content-type': type,
    'content-disposition': `attachment; filename="own-data-${madeAt.toISOString().slice(0, 10)}.${format}"`,
    vary: 'accept-encoding',
    ...(isCompressed && { 'content-encoding': 'gzip' }),
  })
  const pieces = Readable.from(inLargePieces(write({ accountId: id, name, wiki, origin, madeAt })), {
    objectMode: false,
  })
  await (isCompressed ? pipeline(pieces, createGzip(), res) : pipeline(pieces, res))
}

const sendBack = (res: ServerResponse, location: string): void =>
  void res.writeHead(303, { ...SAFETY_HEADERS, location, 'cache-control': PRIVATE_CACHING }).end()
