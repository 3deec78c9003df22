import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMemory } from '@/lib/gateway/cache/memory'
import { createSharedPages } from '@/lib/gateway/cache/shared-pages'
import { createMetrics } from '@/lib/gateway/metrics/metrics'
import { createMetricsRoute } from '@/lib/gateway/metrics/metrics-route'
import { createRender } from '@/lib/gateway/renderers/create-render'
import { openPool } from '@/lib/gateway/renderers/pool'
import type { StartRenderer } from '@/lib/gateway/renderers/protocol'
import { logError } from '@/lib/log'
import { createLimiter } from '@/lib/rate-limit/limiter'
import { createReadRouting, freshnessProbe } from '@/lib/replica/read-routing'
import { paths, routes as table } from '@/lib/routes'
import type { Route } from '@/lib/routes/row'
import { createBodyBudget } from './body-budget'
import { type Classified, classify } from './classify'
import { answerLast, limitBody, mayAnswer, refuseUnreadable } from './connections'
import { LIMITS, type Limits } from './limits'
import { startListener } from './listener'
import { messageFault } from './message-faults'
import type { OwnRoute, OwnRoutes } from './own-routes'
import { createPrivateRoutes, METHODS } from './private-routes'
import { createReaders, type LoadPlaces } from './readers'
import { IMMUTABLE_CACHING, SHARED_CACHING, sendMethods, sendOn, sendRefusal } from './send'
import { createSharedRoutes } from './shared-routes'

/** Settings of Node's server: how long headers may take to arrive and a connection may be idle, in milliseconds. */
const SETTINGS = {
  // Bodies are limited by route: see `limitBody`.
  requestTimeout: 0,
  headersTimeout: 10_000,
  keepAliveTimeout: 65_000,
  // How often that is checked: by default only every 30 seconds.
  connectionsCheckingInterval: 2_000,
  // Checked with all other rules of a message: after Node's own refusal the connection would be read further.
  requireHostHeader: false,
}

/** While the gateway closes, a health check on an open connection is refused. */
const HEALTH_PATH = paths.health()

export interface GatewayOptions {
  /** 0 for any free port. */
  port: number
  /** The public address, when it is known. */
  origin?: string | undefined
  /** Verifies the cookie of a visitor who has just saved. */
  secret: string
  /** Not through a pooler: changes are listened for here. */
  databaseUrl: string
  trustedProxies: number
  /** The token for `/metrics`; without one there is no such page. */
  metricsToken?: string | undefined
  /** What renders, and how many of them. */
  renderers: { start: StartRenderer; count: number }
  /** What else the gateway answers itself, by row of `lib/routes`. */
  own?: OwnRoutes
  /** Reads the places that readers may have reached; without it there are none. */
  loadPlaces?: LoadPlaces
  limits?: Partial<Limits>
}

/**
 * Starts the gateway: the one HTTP server that visitors reach. Shared routes are rendered without the visitor, cached, and
 * invalidated by what they were rendered from; private ones are forwarded. Gives the port that it listens on. Throws when
 * the port is taken.
 */
export async function startGateway(options: GatewayOptions) {
  const limits = { ...LIMITS, ...options.limits }
  const { trustedProxies, origin, secret } = options
  let { port } = options
  const pool = await openPool(options.renderers)
  const routing = createReadRouting(() => listener.freshness())
  const addressed = () => ({
    host: origin ? new URL(origin).host : `localhost:${port}`,
    isSecure: origin?.startsWith('https:') ?? false,
  })
  const render = createRender(pool, addressed, routing.ofSharedRender)
  const metrics = createMetrics()
  const limiterFor = (running: number, waiting: number) =>
    createLimiter({ running, waiting, queueTimeout: limits.queueTimeout })
  const limiters = {
    pages: limiterFor(limits.renders, limits.waitingRenders),
    variants: limiterFor(limits.variantRenders, limits.waitingRenders),
    assets: limiterFor(limits.renders, limits.waitingRenders),
    visits: limiterFor(limits.visits, limits.waitingVisits),
  }
  const memoryFor = (bytes: number) =>
    createMemory({ bytes, missingBytes: limits.missingMemory, variantBytes: bytes * limits.variantShare })
  const memories = { pages: memoryFor(limits.memory), assets: memoryFor(limits.assetMemory) }
  const sharing = (kind: keyof typeof memories, isListening: () => boolean) =>
    createSharedPages({
      render,
      memory: memories[kind],
      limiter: limiters[kind],
      variantLimiter: limiters.variants,
      isListening,
      deadline: limits.renderDeadline,
      oldest: limits.oldest,
      onFailure: (error, key) => logError(error, { rendering: key.split('?')[0] }),
      ...(kind === 'pages' && { onLook: metrics.looked, onRender: metrics.rendered }),
    })
  const isListening = () => listener.isAlive()
  const pages = sharing('pages', isListening)
  const readers = createReaders({ secret, loadPlaces: options.loadPlaces ?? (async () => []), isListening })
  const own = new Map<Route, OwnRoute>(options.own)
  const listener = await startListener({
    ...limits,
    databaseUrl: options.databaseUrl,
    freshnessProbe: freshnessProbe(),
    onChange: (change) => {
      pages.note(change)
      readers.note(change)
      for (const { onChange } of new Set(own.values())) onChange?.(change)
    },
    onNotice: (notice) => {
      for (const { onNotice } of new Set(own.values())) onNotice?.(notice)
    },
  })

  const routes = {
    shared: createSharedRoutes({ pages, caching: SHARED_CACHING, listener, readers, secret }),
    // No change in the database changes a built file.
    immutable: createSharedRoutes({
      pages: sharing('assets', () => true),
      caching: IMMUTABLE_CACHING,
      secret,
    }),
    private: createPrivateRoutes({
      pool,
      readers,
      routing,
      limiter: limiters.visits,
      bodies: createBodyBudget(limits.bodies),
      origin,
      trustedProxies,
      deadline: limits.visitDeadline,
    }),
  }

  const tellMetrics = createMetricsRoute(options.metricsToken, metrics, () => ({
    limiters: {
      pages: limiters.pages.load,
      variants: limiters.variants.load,
      assets: limiters.assets.load,
      visits: limiters.visits.load,
    },
    memories: { pages: memories.pages.size, assets: memories.assets.size },
    renderers: pool.load,
    streams: () =>
      [...new Set(own.values())].reduce((sum, { openStreams }) => sum + (openStreams?.() ?? 0), 0),
    listener,
  }))
  own.set(table.metrics, { answer: tellMetrics })
  const ownAt = (address: Classified) => (address.kind === 'own' ? own.get(address.route) : undefined)
  const ownFromMemory = (req: IncomingMessage, res: ServerResponse, address: Classified & { kind: 'own' }) =>
    listener.isAlive() && (ownAt(address)?.answerFromMemory?.(req, res, address) ?? false)

  async function answerOwn(req: IncomingMessage, res: ServerResponse, address: Classified & { kind: 'own' }) {
    const route = ownAt(address)
    if (!route) return sendRefusal(req, res, 404)
    await route.answer(req, res, address, listener.isAlive)
  }
  let isClosing = false

  async function answer(req: IncomingMessage, res: ServerResponse, address: Classified): Promise<void> {
    if (req.method === 'OPTIONS' && req.url === '*') return sendMethods(res, METHODS)
    if (isClosing && req.url === HEALTH_PATH) return sendRefusal(req, res, 503)
    if (address.kind === 'refused') return sendRefusal(req, res, address.status)
    if (address.kind === 'redirect') return sendOn(res, address.target)
    if (address.kind === 'own') return answerOwn(req, res, address)
    if (address.kind !== 'private') return routes[address.kind].answer(req, res, address)
    await routes.private(req, res, address)
  }

  const onRequest = (req: IncomingMessage, res: ServerResponse) => {
    if (!mayAnswer(req, res)) return
    if (isClosing || isLast(req)) answerLast(req, res)
    const fault = messageFault(req)
    if (fault) {
      answerLast(req, res)
      return sendRefusal(req, res, fault)
    }
    const address = classify(req.url ?? '')
    const { kind } = address
    if (!ownAt(address)?.timesBodies) limitBody(req, limits.bodyTimeout)
    const isAnswered =
      address.kind === 'own'
        ? ownFromMemory(req, res, address)
        : (address.kind === 'shared' || address.kind === 'immutable') &&
          routes[address.kind].answerFromMemory(req, res, address)
    if (isAnswered) return metrics.answered(kind, res.statusCode)
    answer(req, res, address)
      .catch((error) => {
        logError(error, { path: req.url?.split('?')[0] })
        if (res.headersSent) res.destroy()
        else sendRefusal(req, res, 503)
      })
      .finally(() => res.headersSent && metrics.answered(kind, res.statusCode))
  }
  const server = http.createServer(SETTINGS, onRequest)
  // `Expect: 100-continue` is answered where the body is read.
  server.on('checkContinue', onRequest)
  server.on('checkExpectation', onRequest)
  refuseUnreadable(server)
  server.maxConnections = limits.connections
  // A visitor who stops reading or sending holds only a connection, and not for ever.
  server.setTimeout(limits.idleTimeout)
  const closeWhatIsBehind = () => Promise.all([listener.close(), pool.close()])
  try {
    port = await opened(server, options.port)
  } catch (error) {
    await closeWhatIsBehind()
    throw error
  }

  return {
    port,
    /** Accepts no more connections, finishes pending answers, and ends everything that was started. */
    async close(): Promise<void> {
      isClosing = true
      await drained(server, limits.drain)
      await closeWhatIsBehind()
    },
  }
}

/**
 * Whether nothing after this request can be parsed reliably: an upgrade is ignored, but the parser stops there; and a
 * client whose `Expect` is not answered may send its body or not.
 */
const isLast = ({ headers }: IncomingMessage) => headers.upgrade !== undefined || headers.expect !== undefined

function opened(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Closes idle connections at once, the others when they are answered or after `timeout` milliseconds. */
async function drained(server: Server, timeout: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), timeout)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
