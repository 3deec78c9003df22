import { afterAll } from 'vitest'
import { startGateway } from '@/lib/gateway/http/start'
import { inThisProcess } from '@/lib/gateway/http/testing'
import { head, openConnection } from '@/lib/gateway/http/testing-connections'
import { paths, routes } from '@/lib/routes'
import type { LiveLimits } from './limits'
import { createLiveRoute } from './live-route'
import { lookUpNumbers } from './look'
import type { Told } from './numbers'

/** Support for tests that listen on streams of a gateway. */

/** A gateway with live streams and no pages, on the database of the test file; `looks` are the sessions of each look. */
export async function openLive(limits: Partial<LiveLimits> = {}, given?: ReturnType<typeof createLiveRoute>) {
  const looks: (readonly string[])[] = []
  const live =
    given ??
    createLiveRoute({
      limits: { gather: 10, pause: 20, ...limits },
      lookUp: (ids) => {
        looks.push(ids)
        return lookUpNumbers(ids)
      },
    })
  const gateway = await startGateway({
    port: 0,
    secret: process.env.AUTH_SECRET ?? '',
    databaseUrl: process.env.DATABASE_URL ?? '',
    trustedProxies: 0,
    metricsToken: METRICS_TOKEN,
    renderers: inThisProcess(async (_, res) => void res.end()),
    own: new Map([[routes.live, live]]),
  })
  const close = async () => {
    live.close()
    await gateway.close()
  }
  afterAll(close)
  return { port: gateway.port, looks, close, open: live.openStreams }
}

export const METRICS_TOKEN = 'a-token-for-this-test'

/** A browser that listens, on a connection of its own. */
export async function listenOn(gateway: { port: number }, cookie: string) {
  const connection = await openConnection(gateway)
  connection.write(head(`GET ${paths.live()}`, { Cookie: cookie }))
  return {
    ...connection,
    /** What it was told so far. */
    told: () =>
      [...connection.received().matchAll(/^data: (.*)$/gm)].map(([, told]) => JSON.parse(told ?? '') as Told),
  }
}

export type Listening = Awaited<ReturnType<typeof listenOn>>
