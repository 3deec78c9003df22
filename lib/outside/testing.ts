import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Reach } from './reach'

/** A server on loopback, with what it was asked; it stops by `stop`. */
export async function startSite(answer: RequestListener) {
  const asked: { path: string; headers: Record<string, unknown> }[] = []
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked,
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

/** A reach in which names have these addresses and hosts stand on these local ports; nobody else has a turn. */
export function reachOf({
  names = {},
  hosts = {},
  ports = [],
}: {
  names?: Record<string, string[]>
  hosts?: Record<string, number>
  ports?: number[]
}): Reach {
  return {
    resolve: async (host) => {
      const found = names[host]
      if (!found) throw new Error('no address')
      return found
    },
    standIn: (host) => {
      const port = hosts[host]
      return port === undefined ? null : { host: '127.0.0.1', port }
    },
    takeTurn: async () => ({ end: async () => {} }),
    ports: new Set([80, 443, ...ports]),
    userAgent: 'Test wiki (Loreleaf; +https://wiki.example)',
  }
}
