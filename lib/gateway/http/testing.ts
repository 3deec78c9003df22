import http, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { announce } from '@/lib/cache/announce'
import { markFailed, recordDependency } from '@/lib/cache/dependencies'
import type { Handler, StartRenderer } from '@/lib/gateway/renderers/protocol'
import { startRenderServer } from '@/lib/gateway/renderers/render-server'
import type { Limits } from './limits'
import type { OwnRoutes } from './own-routes'
import type { LoadPlaces } from './readers'
import { startGateway } from './start'

export const SECRET = 'the secret of this test, of 32 characters'

export interface TestResponse {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface Asked {
  method?: string
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
  port?: number
}

/** The handler behind the gateway in the current test, and the targets that it was asked for. */
export const behind: { handler: Handler; renders: string[] } = { handler: async () => {}, renders: [] }

/** A renderer in this process, so that a test can see what it is asked. */
export function inThisProcess(handler: Handler): { start: StartRenderer; count: number } {
  const start: StartRenderer = async (socketPath) => {
    const server = await startRenderServer(socketPath, handler)
    const over = signal()
    return {
      socketPath,
      ended: over.given,
      end: async () => {
        await server.close()
        over.give()
      },
    }
  }
  return { start, count: 1 }
}

/** Opens a gateway on a database of its own for one test file; each test puts its own handler behind it. */
export function openGateway(
  options: {
    origin?: string
    trustedProxies?: number
    metricsToken?: string
    own?: OwnRoutes
    loadPlaces?: LoadPlaces
    limits?: Partial<Limits>
  } = {},
) {
  const gateway = { port: 0, databaseUrl: '', close: async () => {} }
  beforeAll(async () => {
    const { url } = await createTestDatabase()
    const opened = await startGateway({
      port: 0,
      secret: SECRET,
      databaseUrl: url,
      trustedProxies: 0,
      renderers: inThisProcess((req, res) => {
        behind.renders.push(req.url ?? '')
        return behind.handler(req, res)
      }),
      ...options,
    })
    Object.assign(gateway, opened, { databaseUrl: url })
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    behind.renders.length = 0
  })
  return gateway
}

/** Sends a request with exactly this path: no client normalizes it first. */
export function ask(gateway: { port: number }, path: string, asked: Asked = {}): Promise<TestResponse> {
  const { method = 'GET', headers = {}, body } = asked
  return new Promise((resolve, reject) => {
    const request = http.request({ port: gateway.port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Announces a change as every write does; gives the event's id. */
export function change(tags: string[], isWithholding = false): Promise<number> {
  return transaction((tx) => announce(tx, tags, { isWithholding }))
}

/** How many sockets this process has, its ends of both sides of each connection. */
export const openSockets = () =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length

/** Waits until `isSo`; throws after five seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it did not come to pass')
}

/** Puts a page behind the gateway that names the version of the text it was rendered from. */
export function versioned(tag: string) {
  const text = { version: 1, fails: false }
  behind.handler = async (_, res) => {
    recordDependency(tag)
    if (text.fails) markFailed()
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`version ${text.version}`)
  }
  return text
}

/** A promise, and the function that resolves it. */
export function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { give, given }
}
