import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { changeRows, createTestDatabase, readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { audit, publicActs } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { factContent, makeAccount, pageContent, prepareWiki, publishNew } from '@/lib/changesets/testing'
import { loadActsOn } from '@/lib/entries/acts'
import type { AccountActor } from '@/lib/policy/actor'
import { loadLog } from './loaders'

const events = async () =>
  (await readRows('select tags from cache_event order by id')).map(({ tags }) => tags as string[])

describe('the public log', () => {
  let owner: AccountActor
  let moderator: AccountActor
  let fan: AccountActor
  let page: number
  let fact: number

  /** What moderators' operations write, without calling them. */
  const written = (entryId: number, reason: string, act = 'account.block') =>
    changeRows(`insert into audit_record (actor_id, act, entry_id, detail, reason, is_public)
      values (${moderator.id}, '${act}', ${entryId}, '{"secret": "canaryfinch"}', '${reason}', true)`)

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    owner = await makeAccount('owner')
    moderator = await makeAccount('moderator')
    fan = await makeAccount('fan')
    page = await publishNew(owner, 'page', pageContent('Truham'))
    fact = await publishNew(owner, 'fact', factContent('A canaryrobin sings.', [page]))
    await blockAccount(moderator, { accountId: fan.id, reason: 'spam', length: 'day' }, { network: null })
  })

  test('tells who did what to whom, and why, with the names of today', async () => {
    await changeRows(`update account set name = 'Tom Renamed' where id = ${fan.id}`)
    const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
    const { lines } = await recordResponse(record, () => loadLog({}))
    expect(lines).toMatchObject([
      {
        act: 'account.block',
        actor: { label: moderator.name, path: `/accounts/${moderator.id}` },
        target: { label: 'Tom Renamed', path: `/accounts/${fan.id}` },
        reason: 'spam',
      },
    ])
    expect([...record.tags]).toEqual(
      expect.arrayContaining(['log', `account:${fan.id}`, `account:${moderator.id}`]),
    )
  })

  test('keeps the closed acts, and every detail, to itself', async () => {
    await transaction((tx) =>
      audit(tx, { actor: owner, act: 'entry.revert', entryId: page, reason: 'closed' }),
    )
    await written(page, 'open')
    const shown = JSON.stringify(await loadLog({}))
    expect(shown).toContain('open')
    expect(shown).not.toContain('closed')
    expect(shown).not.toContain('canaryfinch')
  })

  test('keeps to one act, to one entry, or to what one account did or had done to it', async () => {
    const reasons = async (query: Parameters<typeof loadLog>[0]) =>
      (await loadLog(query)).lines.map((line) => line.reason)
    expect(await reasons({ of: `entry:${page}` })).toEqual(['open'])
    expect(await reasons({ of: `account:${fan.id}` })).toEqual(['spam'])
    expect(await reasons({ of: `account:${moderator.id}` })).toEqual(['open', 'spam'])
    expect(await reasons({ act: 'account.unblock' })).toEqual([])
    expect(await reasons({ act: 'submission.accept', of: 'entry:x' })).toEqual(['open', 'spam'])
    expect((await loadLog({ of: `entry:${page}` })).of?.label).toBe('Truham')
  })

  test('calls a deleted page by its title and a deleted fact by its number alone', async () => {
    await written(fact, 'untrue')
    await changeRows(`update entry set deleted_at = now() where id in (${page}, ${fact})`)
    const acts = [...(await loadActsOn(page, 5)), ...(await loadActsOn(fact, 5))]
    expect(acts.map((line) => line.target)).toEqual([
      { label: 'Truham', path: '/wiki/Truham' },
      { label: 'Fact 1', path: '/facts/1' },
    ])
    expect(JSON.stringify(await loadLog({ of: `entry:${fact}` }))).not.toContain('canaryrobin')
  })

  test('goes on exactly where it stopped', async () => {
    for (let count = 0; count < 60; count++) await written(page, `reason ${count}`)
    const first = await loadLog({ of: `entry:${page}` })
    expect(first.lines).toHaveLength(50)
    const second = await loadLog({ of: `entry:${page}`, before: String(first.next) })
    expect([second.lines.length, second.next]).toEqual([11, null])
  })
})

describe('a public act', () => {
  let owner: AccountActor

  beforeAll(async () => {
    await createTestDatabase()
    owner = await makeAccount('owner')
  })

  const act = { act: 'account.unblock' as const, accountId: 1 }

  test('is told with the event of its transaction, whichever comes first', async () => {
    await transaction(async (tx) => {
      await audit(tx, { actor: owner, ...act })
      await announce(tx, ['account:1'])
    })
    expect(await events()).toEqual([['account:1', 'log']])
    await transaction(async (tx) => {
      await announce(tx, ['account:1'])
      await audit(tx, { actor: owner, ...act })
    })
    expect(await events()).toEqual([['account:1', 'log'], ['account:1'], ['log']])
  })

  test('is told also by a transaction that tells nothing else, and by none that fails', async () => {
    const before = (await events()).length
    await transaction((tx) => audit(tx, { actor: owner, ...act }))
    await transaction((tx) => audit(tx, { actor: owner, act: 'submission.vote' }))
    const failing = transaction(async (tx) => {
      await audit(tx, { actor: owner, ...act })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect((await events()).slice(before)).toEqual([['log']])
  })

  test('takes the publish lock only at the end, so that nobody waits for it in a circle', async () => {
    await transaction(async (tx) => {
      await audit(tx, { actor: owner, ...act })
      const held = await readRows(`select 1 from pg_locks where locktype = 'advisory'
        and objid = 7305602 and database = (select oid from pg_database where datname = current_database())`)
      expect(held).toEqual([])
    })
  })

  test('is one of those that have words', () => {
    expect(publicActs).toContain('account.block')
    expect(publicActs).not.toContain('submission.accept')
  })
})
