import { beforeAll, describe, expect, test } from 'vitest'
import { endTurn, forgetOldHosts, takeHost } from '@/db/outside/hosts'
import { primary } from '@/db/postgres/client'
import { changeRows, createTestDatabase } from '@/db/postgres/testing'
import { takeTurn } from './turns'

beforeAll(createTestDatabase)

describe('a host', () => {
  test('is asked by one at a time, however many want to', async () => {
    let [at, most] = [0, 0]
    const results = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const turn = await takeTurn('busy.example', 10_000)
        if (!('end' in turn)) return false
        at += 1
        most = Math.max(most, at)
        await new Promise((done) => setTimeout(done, 50))
        at -= 1
        await turn.end()
        return true
      }),
    )
    expect(results).toEqual([true, true, true])
    expect(most).toBe(1)
  })

  test('has a pause after each request', async () => {
    const turn = await takeTurn('paused.example', 0)
    expect(turn).toHaveProperty('end')
    if ('end' in turn) await turn.end()
    expect(await takeTurn('paused.example', 0)).toHaveProperty('until')
  })

  test('that wants to be asked later is asked later, by nobody of us', async () => {
    const again = new Date(Date.now() + 3_600_000)
    const turn = await takeTurn('later.example', 0)
    if ('end' in turn) await turn.end(again)
    expect(await takeTurn('later.example', 2_000)).toEqual({ until: again })
    expect(await takeTurn('other.example', 0)).toHaveProperty('end')
  })

  test('is free again when the process that asked it is gone; its late end takes nothing from the next', async () => {
    const first = await takeHost(primary(), 'dead.example', 30)
    expect((await takeHost(primary(), 'dead.example', 30)).lease).toBeNull()
    await changeRows(`update outside_host set free_at = now() where host = 'dead.example'`)
    const second = await takeHost(primary(), 'dead.example', 30)
    expect(second.lease).not.toBeNull()
    await endTurn(primary(), 'dead.example', first.lease ?? '', 0)
    expect((await takeHost(primary(), 'dead.example', 30)).lease).toBeNull()
  })

  test('is forgotten a day after', async () => {
    await takeHost(primary(), 'old.example', 0)
    await changeRows(`update outside_host set free_at = now() - interval '2 days' where host = 'old.example'`)
    await forgetOldHosts(primary())
    await changeRows(
      `do $$ begin assert not exists (select from outside_host where host = 'old.example'); end $$`,
    )
  })
})
