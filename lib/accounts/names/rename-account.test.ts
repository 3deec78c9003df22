import { describe, expect, it } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { primary, transaction } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { createAccount } from '@/lib/accounts/create-account'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { edited, openTestWiki, pageContent, publishNew, publishNow } from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor, Role } from '@/lib/policy/actor'
import { loadAccountPage, loadComparison, loadPageHistory } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { renameAccount } from './rename-account'
import { renameAuthor } from './rename-author'

await openTestWiki()

const here = { network: 'a network' }
const cluttered = () => `n${Math.random().toString(36).slice(2, 10)}`

async function somebody(role: Role = 'fan', name = cluttered()): Promise<AccountActor> {
  const made = await transaction((tx) =>
    createAccount(tx, { name, password: 'a leaf between two pages', role }),
  )
  const actor = made.ok ? await findActor(primary(), made.id) : null
  if (!actor) throw new Error('no account was made')
  return actor
}

const naming = (by: AccountActor, whom: AccountActor, name: string, reason = 'It was an insult') =>
  renameAccount(by, { accountId: whom.id, name, reason }, here)

const nameOf = async (person: AccountActor) => (await findActor(primary(), person.id))?.name

/** Audit records cannot be changed, not even by the owner of the tables: only time itself moves. */
const letPass = async (days: number) => {
  await changeRows(`alter table audit_record disable trigger user`)
  await changeRows(`update audit_record set at = at - interval '${days} days'`)
  await changeRows(`alter table audit_record enable trigger user`)
}

const recordsOf = (person: AccountActor) =>
  readRows(
    `select act, actor_id::int, reason, detail, is_public from audit_record where account_id = ${person.id}`,
  )

describe('changing a name', () => {
  it('replaces it at once, on record with its reason, and nothing keeps the old one', async () => {
    const [moderator, fan] = [await somebody('moderator'), await somebody('fan', 'Canarybird')]
    const answer = await naming(moderator, fan, '  Leaf   Reader ')
    expect(answer).toMatchObject({ ok: true, name: 'Leaf Reader', path: `/accounts/${fan.id}` })
    expect(await nameOf(fan)).toBe('Leaf Reader')
    expect(await recordsOf(fan)).toEqual([
      {
        act: 'account.rename',
        actor_id: moderator.id,
        reason: 'It was an insult',
        detail: {},
        is_public: true,
      },
    ])
    for (const table of ['account', 'audit_record', 'cache_event', 'answer', 'notification'])
      expect(await readRows(`select 1 from "${table}" t where t::text ilike '%canarybird%'`)).toEqual([])
  })

  it('tells gateways that no page may show the old one any more', async () => {
    const fan = await somebody()
    const answer = await naming(await somebody('owner'), fan, cluttered())
    const event = answer.ok ? answer.event : 0
    expect(await readRows(`select tags, is_withholding from cache_event where id = ${event}`)).toEqual([
      { tags: [`account:${fan.id}`, 'log'], is_withholding: true },
    ])
  })

  it('is everybody’s own to do, without a reason', async () => {
    const fan = await somebody()
    expect(await naming(fan, fan, 'Somebody Else', '')).toMatchObject({ ok: true })
    expect(await nameOf(fan)).toBe('Somebody Else')
    expect(await recordsOf(fan)).toMatchObject([{ actor_id: fan.id, reason: null }])
  })

  it.each<[Role, Role]>([
    ['fan', 'fan'],
    ['trusted', 'fan'],
    ['moderator', 'moderator'],
    ['moderator', 'owner'],
  ])('is not for a %s to do to a %s', async (one, other) => {
    const whom = await somebody(other)
    expect(await naming(await somebody(one), whom, cluttered())).toMatchObject({ reason: 'not_allowed' })
    expect(await nameOf(whom)).toBe(whom.name)
    expect(await recordsOf(whom)).toEqual([])
  })

  it('of somebody else takes a reason', async () => {
    const answer = await naming(await somebody('moderator'), await somebody(), cluttered(), '')
    expect(answer).toMatchObject({ ok: false, fields: { reason: saying(expect.stringContaining('reason')) } })
  })

  it('asks for a name that is one, and that no other account has or looks like', async () => {
    const [moderator, fan, other] = [await somebody('moderator'), await somebody(), await somebody()]
    for (const name of ['', ' ', '\u200b', 'x'.repeat(41), other.name, other.name.toUpperCase()])
      expect(await naming(moderator, fan, name)).toMatchObject({
        ok: false,
        fields: { name: saying(expect.any(String)) },
      })
    expect(await nameOf(fan)).toBe(fan.name)
    expect(await recordsOf(fan)).toEqual([])
  })

  it('to the same says so, and to another spelling of it is fine', async () => {
    const [moderator, fan] = [await somebody('moderator'), await somebody('fan', 'Paper Boat')]
    expect(await naming(moderator, fan, 'Paper Boat')).toMatchObject({ ok: false, reason: 'no_change' })
    expect(await naming(moderator, fan, 'paper BOAT')).toMatchObject({ ok: true })
    expect(await naming(moderator, fan, 'paper BOAT')).toMatchObject({ ok: false, reason: 'no_change' })
  })

  it('of one’s own can be done twice in 30 days, and then again', async () => {
    const fan = await somebody()
    for (const expected of ['ok', 'ok', 'too_many']) {
      const answer = await naming(fan, fan, cluttered(), '')
      expect(answer.ok ? 'ok' : answer.reason).toBe(expected)
    }
    expect(await naming(await somebody('moderator'), fan, cluttered())).toMatchObject({ ok: true })
    await letPass(31)
    expect(await naming(fan, fan, cluttered(), '')).toMatchObject({ ok: true })
  })

  it('when two take one name at once, one has it and the other is told at the field', async () => {
    const [one, other, name] = [await somebody(), await somebody(), cluttered()]
    const answers = await Promise.all([naming(one, one, name, ''), naming(other, other, name, '')])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason)).sort()).toEqual(['name_taken', 'ok'])
  })

  it('of an account that is not there is not found', async () => {
    const moderator = await somebody('moderator')
    expect(await naming(moderator, { ...moderator, id: 999_999 }, cluttered())).toMatchObject({
      reason: 'not_found',
    })
  })
})

describe('a name that somebody was known by', () => {
  const signUp = (name: string) =>
    transaction((tx) => createAccount(tx, { name, password: 'a leaf between two pages' }))

  it('is nobody else’s for half a year, in no spelling, and theirs to take back', async () => {
    const [fan, other] = [await somebody('fan', 'Willow Tree'), await somebody()]
    await naming(fan, fan, 'Oak Tree', '')
    expect(await naming(other, other, 'WILLOW tree', '')).toMatchObject({ reason: 'name_taken' })
    expect(await signUp('Vvillow Tree')).toMatchObject({ reason: 'name_taken' })
    expect(await naming(fan, fan, 'Willow Tree', '')).toMatchObject({ ok: true })
    await changeRows(`update held_name set until = now() - interval '1 second'`)
    expect(await signUp('Oak Tree')).toMatchObject({ ok: true })
  })

  it('and that a moderator changed is nobody’s, not even theirs', async () => {
    const fan = await somebody('fan', 'An Insult')
    await naming(await somebody('moderator'), fan, 'A Reader')
    expect(await naming(fan, fan, 'An Insult', '')).toMatchObject({ reason: 'name_taken' })
    expect(await signUp('An Insult')).toMatchObject({ reason: 'name_taken' })
  })

  it('is not to be had by asking for it while it is given up', async () => {
    const fan = await somebody('fan', 'Rushing Water')
    const [given, taken] = await Promise.all([naming(fan, fan, 'Still Water', ''), signUp('Rushing Water')])
    expect(given).toMatchObject({ ok: true })
    expect(taken).toMatchObject({ reason: 'name_taken' })
  })

  it('when two change to each other’s names at once, neither has it and both are told', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const answers = await Promise.all([naming(one, one, other.name, ''), naming(other, other, one.name, '')])
    for (const answer of answers) expect(answer).toMatchObject({ reason: 'name_taken' })
  })
})

describe('whatever names somebody', () => {
  it('rests on the name, so that it is forgotten with it', async () => {
    const author = await somebody('moderator')
    const page = await publishNew(author, 'page', pageContent('Named', { p: 'one' }))
    await publishNow(author, edited('page', page, 1, pageContent('Named', { p: 'two' })))
    const ids = (await readRows(`select id from revision where entry_id = ${page} order by number`)).map(
      ({ id }) => String(id),
    ) as [string, string]
    const views = {
      page: () => loadAtTitle('Named'),
      history: () => loadPageHistory('Named', undefined),
      recent: () => loadRecent(undefined),
      diff: () => loadComparison(...ids),
      account: () => loadAccountPage(String(author.id), undefined),
    }
    for (const [view, load] of Object.entries(views)) {
      const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
      await recordResponse(record, load as () => Promise<unknown>)
      expect([view, [...record.tags]]).toEqual([view, expect.arrayContaining([`account:${author.id}`])])
    }
  })
})

describe('an author of another wiki', () => {
  let count = 0
  const author = async (name: string, wiki = 'old.wiki') => {
    const rows = await changeRows(
      `insert into external_author (wiki, name) values ('${wiki}', '${name}') returning id`,
    )
    return Number(rows[0]?.id)
  }
  const rename = async (by: AccountActor, authorId: number, name: string) =>
    renameAuthor(by, { authorId, name, reason: 'They asked for it' }, here)

  it('gets another name, by id, once', async () => {
    const [moderator, id] = [await somebody('moderator'), await author(`Anne ${++count}`)]
    const answer = await rename(moderator, id, 'Anonymous')
    expect(answer).toMatchObject({ ok: true })
    expect(await readRows(`select name from external_author where id = ${id}`)).toEqual([
      { name: 'Anonymous' },
    ])
    const tags = await readRows(`select tags from cache_event where id = ${answer.ok ? answer.event : 0}`)
    expect(tags).toEqual([{ tags: [`author-elsewhere:${id}`, 'log'] }])
    expect(await rename(moderator, id, 'Anonymous')).toMatchObject({ reason: 'no_change' })
  })

  it('does not get one that an author of the same wiki has; of another wiki, yes', async () => {
    const moderator = await somebody('moderator')
    const [one, other] = [await author('Bo'), await author('Cy', 'other.wiki')]
    await author('Di')
    expect(await rename(moderator, one, 'Di')).toMatchObject({ fields: { name: saying(expect.any(String)) } })
    expect(await rename(moderator, other, 'Di')).toMatchObject({ ok: true })
  })

  it('is for moderators to rename', async () => {
    expect(await rename(await somebody('trusted'), await author('El'), 'Fe')).toMatchObject({
      reason: 'not_allowed',
    })
    expect(await rename(await somebody('owner'), 999_999, 'Fe')).toMatchObject({ reason: 'not_found' })
  })
})
