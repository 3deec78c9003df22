import { beforeAll, describe, expect, it } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { factContent, makeAccount, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { visitor } from '@/lib/policy/actor'
import { closeReport } from './handle'
import { categoryInWords } from './in-words'
import { reportLateLock } from './report-late-lock'
import { lateLockSchema } from './schema'

const { owner, moderator } = await openTestWiki('owner', 'moderator')

let networks = 0
const fresh = () => ({ network: `late network ${++networks}` })

beforeAll(async () => {
  const page = await publishNew(owner, 'page', pageContent('Truham'))
  for (const statement of ['One.', 'Two.', 'Three.'])
    await publishNew(owner, 'fact', factContent(statement, [page]))
})

const press = (asked: object, by: typeof visitor | typeof owner = visitor, clientInfo = fresh()) =>
  reportLateLock(by, lateLockSchema.parse(asked), clientInfo)
const rows = () =>
  readRows(
    `select id::int, target, category, urgency, words, address, by_id::int from report where closed_at is null order by id`,
  )

describe('what is locked too late', () => {
  it('is reported with one press, by a visitor and by a fan, each fact for itself', async () => {
    const fan = await makeAccount('fan')
    expect(await press({ kind: 'fact', id: '1', from: '/wiki/Truham?utm=1' })).toMatchObject({
      ok: true,
      receipt: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
    })
    await press({ kind: 'fact', id: '2' }, fan)
    const said = { target: 'fact', category: 'locked_too_late', urgency: 'ordinary', words: '' }
    expect(await rows()).toMatchObject([
      { ...said, address: '/wiki/Truham', by_id: null },
      { ...said, address: '/', by_id: fan.id },
    ])
    expect(categoryInWords('locked_too_late')).toBe('Locked too late: it gives away plot too early')
    expect(await readRows(`select 1 from event where name = 'report.opened'`)).toHaveLength(2)
  })

  it('is reported once, also by two at the same time, until it is closed', async () => {
    const before = await rows()
    const both = await Promise.all([press({ kind: 'fact', id: '3' }), press({ kind: 'fact', id: '3' })])
    expect(both.filter((one) => one.ok && one.receipt !== null)).toHaveLength(1)
    expect(both.filter((one) => one.ok && one.receipt === null)).toHaveLength(1)
    expect(await press({ kind: 'fact', id: '1' })).toMatchObject({ ok: true, receipt: null })
    const after = await rows()
    expect(after).toHaveLength(before.length + 1)
    const reportId = Number(after.at(-1)?.id)
    await closeReport(moderator, { reportId, outcome: 'nothing', answer: '' }, fresh())
    expect(await press({ kind: 'fact', id: '3' })).toMatchObject({ receipt: expect.any(String) })
  })

  it('of a page is told apart by the passage', async () => {
    const passage = (name: string) => press({ kind: 'page', id: '1', passage: name, from: '/wiki/Truham' })
    expect(await passage('one')).toMatchObject({ receipt: expect.any(String) })
    expect(await passage('two')).toMatchObject({ receipt: expect.any(String) })
    expect(await passage('one')).toMatchObject({ receipt: null })
    expect((await rows()).slice(-2)).toMatchObject([
      { target: 'page', address: '/wiki/Truham#one' },
      { target: 'page', address: '/wiki/Truham#two' },
    ])
  })

  it('is the same refusal where nothing is shown, whether it was deleted or never there', async () => {
    await changeRows(`update entry set deleted_at = now() where kind = 'fact' and number = 2`)
    const refusals = [await press({ kind: 'fact', id: '2' }), await press({ kind: 'fact', id: '999' })]
    expect(refusals[0]).toMatchObject({ ok: false, reason: 'not_found' })
    expect(refusals[1]).toEqual(refusals[0])
  })

  it('counts as a report of its network, refused where there were too many', async () => {
    const crowded = fresh()
    for (let time = 0; time < 20; time++) await press({ kind: 'fact', id: '1' }, visitor, crowded)
    expect(await press({ kind: 'fact', id: '1' }, visitor, crowded)).toMatchObject({ reason: 'too_many' })
    expect(await press({ kind: 'fact', id: '1' })).toMatchObject({ ok: true })
  })
})
