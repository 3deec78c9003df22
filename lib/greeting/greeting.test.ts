import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  added,
  edited,
  factContent,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { withdraw } from '@/lib/submissions/withdraw'
import { greetingFor } from './greeting'
import { putAway } from './put-away'

const { owner, trusted } = await openTestWiki('owner', 'trusted')

test('of an empty wiki there is nothing to do, and no greeting', async () => {
  expect(await greetingFor(await makeAccount('fan'))).toBeNull()
})

describe('somebody new', () => {
  let fan: AccountActor
  let page: number
  const numberOf = (path = '') => Number(/^\/facts\/(\d+)\/edit#citations-label$/.exec(path)?.[1])
  const tasksOf = async (actor: AccountActor) => (await greetingFor(actor))?.tasks ?? []
  const idOf = async (number: number) =>
    Number((await readRows(`select id::int from entry where kind = 'fact' and number = ${number}`))[0]?.id)

  beforeAll(async () => {
    page = await publishNew(owner, 'page', pageContent('Joe Locke'))
    await publishNew(owner, 'page', pageContent('Kit Connor'))
    const season = await publishNew(owner, 'page', seasonContent('Season three', page, 3))
    const source = await publishNew(owner, 'source', sourceContent('An article'))
    const reported = { citations: [citationOf(source)] }
    const named = { citations: [citationOf(source, { directness: 'original', opened: 'not_yet' })] }
    for (let count = 1; count <= 12; count++) {
      await publishNew(owner, 'fact', factContent(`Reported ${count}.`, [page], reported))
      await publishNew(owner, 'fact', factContent(`Named ${count}.`, [page], named))
    }
    const closed = { ...reported, gate: { kind: 'place' as const, page: season } }
    for (let count = 1; count <= 30; count++)
      await publishNew(owner, 'fact', factContent(`Closed ${count}.`, [season], closed))
    fan = await makeAccount('fan')
  })

  test('gets three tasks that lead to their forms, the same again, others than the next ones get', async () => {
    const greeting = await greetingFor(fan)
    expect(greeting).toMatchObject({
      name: fan.name,
      tasks: [
        { asks: 'second', label: expect.stringContaining('Reported'), isDone: false },
        { asks: 'seen', label: expect.stringContaining('Named'), isDone: false },
        { asks: 'about', label: 'Kit Connor', path: '/new/fact?about=Kit%20Connor', isDone: false },
      ],
    })
    expect(numberOf(greeting?.tasks[0]?.path)).toBeGreaterThan(0)
    expect(await greetingFor(fan)).toEqual(greeting)
    const others = await Promise.all(Array.from({ length: 8 }, () => makeAccount('fan')))
    const asked = await Promise.all(others.map(async (one) => (await tasksOf(one))[0]?.label))
    expect(new Set(asked).size).toBeGreaterThan(2)
    expect(asked.join()).not.toContain('Closed')
  })

  test('sees a task ticked as soon as they have sent it, until they take it back; all done, nothing is left', async () => {
    const [second, seen] = await tasksOf(fan)
    const id = await idOf(numberOf(second?.path))
    const sent = await holdBack(fan, edited('fact', id, 1, factContent('So it was.', [page])))
    expect(await tasksOf(fan)).toMatchObject([
      { ...second, isDone: true },
      { isDone: false },
      { isDone: false },
    ])
    const seenNow = { submissionId: sent, roundNumber: 1, state: 'waiting' as const }
    expect(await withdraw(fan, { ...seenNow, key: newKey() })).toMatchObject({ ok: true })
    expect((await tasksOf(fan))[0]).toMatchObject({ isDone: false })
    await holdBack(fan, edited('fact', id, 1, factContent('So it was.', [page])))
    await holdBack(fan, edited('fact', await idOf(numberOf(seen?.path)), 1, factContent('Seen.', [page])))
    const kit = await readRows(`select id::int from entry where label = 'Kit Connor'`)
    await holdBack(fan, added('fact', factContent('He plays rugby.', [Number(kit[0]?.id)])))
    expect(await greetingFor(fan)).toBeNull()
  })

  test('is greeted for two weeks, and until something is published; not once they have put it away', async () => {
    const other = await makeAccount('fan')
    const isGreeted = async () => (await greetingFor(other)) !== null
    await changeRows(`update account set created_at = now() - interval '15 days' where id = ${other.id}`)
    expect(await isGreeted()).toBe(true)
    const waiting = await holdBack(
      other,
      edited('page', page, 1, pageContent('Joe Locke', { p: 'An actor.' })),
    )
    await accept(owner, { submissionId: waiting, roundNumber: 1, key: newKey() })
    expect(await isGreeted()).toBe(false)
    await changeRows(`update account set created_at = now() where id = ${other.id}`)
    expect(await isGreeted()).toBe(true)
    expect(await putAway(other, { at: 'news' })).toMatchObject({ ok: true, path: '/news' })
    expect(await putAway(other, { at: 'submissions' })).toMatchObject({ ok: true, path: '/submissions' })
    expect(await isGreeted()).toBe(false)
    expect(await greetingFor(trusted)).toBeNull()
  })
})
