import { expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { makeAccount, openTestWiki } from '@/lib/changesets/testing'
import { ask, until } from '@/lib/gateway/http/testing'
import { paths } from '@/lib/routes'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { createLiveRoute } from './live-route'
import { listenOn, openLive } from './testing'

const { fan } = await openTestWiki('fan')

const opened = async (gateway: { port: number }, accountId: number) => {
  const stream = await listenOn(gateway, await cookieOfBrowser(accountId))
  await stream.waitFor(/data: /)
  return stream
}

test('where nothing happens there is a sign of life', async () => {
  const stream = await opened(await openLive({ heartbeat: 30 }), fan.id)
  await stream.waitFor(/(:\n\n[^:]*){3}/)
  expect(stream.told()).toHaveLength(1)
  stream.socket.destroy()
})

test('an account has so many, the wiki so many: more are refused and told to come back much later', async () => {
  const gateway = await openLive({ ofOneAccount: 2, all: 3 })
  const streams = [await opened(gateway, fan.id), await opened(gateway, fan.id)]
  const ofFan = { headers: { cookie: await cookieOfBrowser(fan.id) } }
  const refused = { status: 503, headers: { 'retry-after': '300' } }
  expect(await ask(gateway, paths.live(), ofFan)).toMatchObject(refused)
  streams.push(await opened(gateway, (await makeAccount('fan')).id))
  const another = { headers: { cookie: await cookieOfBrowser((await makeAccount('fan')).id) } }
  expect(await ask(gateway, paths.live(), another)).toMatchObject(refused)
  for (const { socket } of streams) socket.destroy()
  await until(() => gateway.open() === 0)
  const again = await opened(gateway, fan.id)
  again.socket.destroy()
})

test('a session that runs out without anybody’s doing is noticed', async () => {
  const someone = await makeAccount('fan')
  const stream = await opened(await openLive({ recheck: 50 }), someone.id)
  await changeRows(`update session set expires_at = now() where account_id = ${someone.id}`)
  await stream.waitFor(/data: null/)
})

test('a server that stops ends the streams first, at once, and lets no more in', async () => {
  const gateway = await openLive()
  const streams = await Promise.all(Array.from({ length: 5 }, () => opened(gateway, fan.id)))
  const began = performance.now()
  await gateway.close()
  // Pending answers have ten seconds there.
  expect(performance.now() - began).toBeLessThan(5_000)
  for (const stream of streams) expect(await stream.ended).toMatch(/\r\n0\r\n\r\n$/)
})

test('while the database is away nobody is let in, and who listens hears of it later', async () => {
  const someone = await makeAccount('fan')
  let isAway = false
  const lookUp = async (ids: readonly string[]) => {
    if (isAway) throw new Error('away')
    return new Map(
      ids.map((id) => [id, { id: someone.id, news: 7, newest: 0, waitingCount: null, reports: null }]),
    )
  }
  const route = createLiveRoute({ lookUp, limits: { gather: 1, pause: 1, afterFailure: 20 } })
  const gateway = await openLive({}, route)
  const stream = await opened(gateway, someone.id)
  isAway = true
  route.onNotice(String(someone.id))
  const cookie = await cookieOfBrowser(someone.id)
  expect(await ask(gateway, paths.live(), { headers: { cookie } })).toMatchObject({ status: 503 })
  expect(stream.told()).toHaveLength(1)
  isAway = false
  await until(() => stream.told().length >= 2)
  stream.socket.destroy()
})
