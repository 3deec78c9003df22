import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { logError } from '@/lib/log'
import { classify } from './classify'
import { createGate } from './gate'
import { type Handler, startInnerServer } from './inner-server'
import { LIMITS, type Limits } from './limits'
import { startListener } from './listener'
import { createMemory } from './memory'
import { createPrivateRoutes } from './private-routes'
import { createRender } from './renderer'
import { IMMUTABLE_CACHING, SHARED_CACHING, sendOn, sendRefusal } from './send'
import { createSharedPages } from './shared-pages'
import { createSharedRoutes } from './shared-routes'

/** How long a visitor may take to ask, and may stay without asking, in milliseconds. */
const TIMES = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 65_000,
  // How often the two above are looked at: by default only each half minute.
  connectionsCheckingInterval: 2_000,
}

export interface FrontDoorOptions {
  /** 0 for any free one. */
  port: number
  /** The public address, when it is known. */
  origin?: string | undefined
  /** Signs the cookie of who has just saved. */
  secret: string
  databaseUrl: string
  trustedProxies: number
  /** What renders: the framework's request handler. */
  handler: Handler
  limits?: Partial<Limits>
}

/**
 * Opens the door: the one HTTP server that visitors reach. Public routes are rendered without the visitor, remembered
 * and forgotten by what they were made from; private ones are passed on. Gives the port that it listens on. Throws
 * when the port is taken.
 */
export async function startFrontDoor(options: FrontDoorOptions) {
  const limits = { ...LIMITS, ...options.limits }
  const { trustedProxies, origin, secret } = options
  let { port } = options
  const inner = await startInnerServer(options.handler)
  const render = createRender(inner, () => ({
    host: origin ? new URL(origin).host : `localhost:${port}`,
    isSecure: origin?.startsWith('https:') ?? false,
  }))
  const sharing = (memory: number, isListening: () => boolean) =>
    createSharedPages({
      render,
      memory: createMemory({ bytes: memory, missingBytes: limits.missingMemory }),
      gate: createGate({
        running: limits.renders,
        waiting: limits.waitingRenders,
        patience: limits.patience,
      }),
      isListening,
      deadline: limits.renderDeadline,
      oldest: limits.oldest,
      onFailure: (error, key) => logError(error, { rendering: key.split('?')[0] }),
    })
  const pages = sharing(limits.memory, () => listener.isAlive())
  const listener = await startListener({ ...limits, databaseUrl: options.databaseUrl, onChange: pages.note })

  const routes = {
    shared: createSharedRoutes({ pages, caching: SHARED_CACHING, listener, secret }),
    // Built files change with nothing that the database could tell of.
    immutable: createSharedRoutes({
      pages: sharing(limits.assetMemory, () => true),
      caching: IMMUTABLE_CACHING,
      secret,
    }),
    private: createPrivateRoutes({
      inner,
      gate: createGate({ running: limits.visits, waiting: limits.waitingVisits, patience: limits.patience }),
      origin,
      trustedProxies,
      deadline: limits.visitDeadline,
    }),
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method === 'TRACE' || req.method === 'CONNECT') return sendRefusal(req, res, 501)
    const address = classify(req.url ?? '')
    if (address.kind === 'refused') return sendRefusal(req, res, address.status)
    if (address.kind === 'redirect') return sendOn(res, address.target)
    await routes[address.kind](req, res, address.target)
  }

  const server = http.createServer(TIMES, (req, res) => {
    answer(req, res).catch((error) => {
      logError(error, { path: req.url?.split('?')[0] })
      if (res.headersSent) res.destroy()
      else sendRefusal(req, res, 503)
    })
  })
  const closeWhatIsBehind = () => Promise.all([listener.close(), inner.close()])
  try {
    port = await opened(server, options.port)
  } catch (error) {
    await closeWhatIsBehind()
    throw error
  }

  return {
    port,
    /** Lets nobody else in, finishes what is under way, and leaves nothing behind. */
    async close(): Promise<void> {
      await drained(server, limits.drain)
      await closeWhatIsBehind()
    },
  }
}

function opened(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Connections that wait for nothing are closed at once, the others when they are answered, or when time is up. */
async function drained(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
