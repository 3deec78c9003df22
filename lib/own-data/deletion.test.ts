import { describe, expect, test } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { namingAccounts } from '@/db/own-data/naming-accounts'
import { primary } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { renameSelf } from '@/lib/accounts/names/rename-account'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { signUp } from '@/lib/accounts/sign-up'
import { newcomer, PASSWORD, signedInBrowser } from '@/lib/accounts/testing'
import { added, openTestWiki, pageContent, send } from '@/lib/changesets/testing'
import { fileStore } from '@/lib/file-store/file-store'
import { openTestStore } from '@/lib/media/testing'
import { saying } from '@/lib/messages/testing'
import { changeWatch } from '@/lib/news/watching'
import { type AccountActor, system, visitor } from '@/lib/policy/actor'
import { loadLog } from '@/lib/public-log/loaders'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { wordsIn } from '@/lib/talk/testing'
import { finishDueDeletions, learnDeletions } from '@/lib/transfer/delete-again'
import { listDeletions } from '@/lib/worker/tasks/list-deletions'
import { deleteAccount } from './delete-account'
import { finishDeletion } from './finish-deletion'
import { keepAccount } from './keep-account'
import { somebodyBusy } from './testing'

openTestStore()
const { moderator } = await openTestWiki('moderator')
const here = { network: 'a network' }

const asking = (by: AccountActor, stays: 'neutral' | 'name' = 'neutral') =>
  deleteAccount(by, { typedName: by.name, currentPassword: PASSWORD, stays }, here)

/** The account as the next request has it. */
async function now({ id }: { id: number }): Promise<AccountActor> {
  const actor = await findActor(primary(), id)
  if (!actor) throw new Error('there is no such account')
  return actor
}

/** Lets so many days pass for what was asked. */
const letPass = (days: number) =>
  changeRows(`update account_deletion set asked_at = asked_at - interval '${days} days',
    due_at = due_at - interval '${days} days'`)

const nameOf = async ({ id }: { id: number }) => (await now({ id })).name
const toBeDeleted = saying(expect.stringContaining('to be deleted'))
const signsIn = async (name: string) => (await checkSignIn(visitor, { name, password: PASSWORD }, here)).ok

describe('who asks for their account to be deleted', () => {
  test('is signed out everywhere, may do nothing, and can take it back', async () => {
    const { person, thread } = await somebodyBusy(moderator, 'acorn')
    const browser = await signedInBrowser(person.id)
    expect(await asking(person)).toMatchObject({ ok: true })
    expect(await browser.isSignedIn()).toBe(false)
    expect(await signsIn(person.name)).toBe(true)

    const leaving = await now(person)
    expect(leaving.leavesAt?.getTime()).toBeGreaterThan(Date.now() + 13.9 * 86_400_000)
    for (const refused of [
      send(leaving, added('page', pageContent('Another'))),
      changeWatch(leaving, { of: 'entry', targetId: 1, on: 'no' }, here),
      renameSelf(leaving, { name: 'Somebody new' }, here),
    ])
      expect(await refused).toMatchObject({ ok: false, message: toBeDeleted })
    // Also where the request was under way when they asked.
    expect(await send(person, added('page', pageContent('Another')))).toMatchObject({ ok: false })
    expect(await wordsIn(thread)).toContain(person.name)

    expect(await keepAccount(leaving, {})).toMatchObject({ ok: true })
    expect((await now(person)).leavesAt).toBeUndefined()
    expect(await send(await now(person), added('page', pageContent('Another')))).toMatchObject({ ok: true })
    await letPass(15)
    await finishDeletion(system, { accountId: person.id })
    expect(await nameOf(person)).toBe(person.name)
  })

  test('types the name, and shows that the account is theirs', async () => {
    const person = await newcomer()
    const typed = { typedName: person.name, currentPassword: PASSWORD, stays: 'neutral' as const }
    expect(await deleteAccount(person, { ...typed, typedName: 'Another' }, here)).toMatchObject({
      fields: { typedName: expect.anything() },
    })
    expect(await deleteAccount(person, { ...typed, currentPassword: 'wrong' }, here)).toMatchObject({
      fields: { currentPassword: expect.anything() },
    })
    expect((await now(person)).leavesAt).toBeUndefined()
  })

  test('may be blocked, and stays blocked', async () => {
    const person = await newcomer()
    await changeRows(
      `insert into block (account_id, by_id, reason) values (${person.id}, ${moderator.id}, 'spam')`,
    )
    expect(await asking(await now(person))).toMatchObject({ ok: true })
    await letPass(15)
    await finishDeletion(system, { accountId: person.id })
    expect(await now(person)).toMatchObject({
      isBlocked: true,
      name: expect.stringMatching(/^Former fan \d+$/),
    })
  })

  test('is not the last owner, also where two go at once', async () => {
    const [one, other] = [await newcomer('owner'), await newcomer('owner')]
    const answers = await Promise.all([asking(one), asking(other)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: 'not_allowed',
      message: saying(expect.stringContaining('Make somebody else an owner first')),
    })
  })
})

describe('when the time has come', () => {
  test('what is theirs alone is gone, and what stays stands under a neutral name everywhere', async () => {
    const { person, page, thread } = await somebodyBusy(moderator, 'walnut')
    await changeRows(
      `insert into passkey_challenge (id, account_id, expires_at) values ('c', ${person.id}, now())`,
    )
    await changeRows(`update comment set words = words || ' @' || ${person.id}, mentions = array[${person.id}]
      where thread_id = ${thread} and author_id = ${moderator.id}`)
    await asking(person)
    await letPass(13)
    await finishDeletion(system, { accountId: person.id })
    expect(await nameOf(person)).toBe(person.name)
    await letPass(2)
    // As if the first try had been broken off.
    await Promise.all([
      finishDeletion(system, { accountId: person.id }),
      finishDeletion(system, { accountId: person.id }),
    ])
    await finishDeletion(system, { accountId: person.id })

    const name = await nameOf(person)
    expect(name).toMatch(/^Former fan \d{4,6}$/)
    for (const [column, { deletion, through }] of Object.entries(namingAccounts)) {
      const [table, of] = column.split('.')
      const [owners, owner] = through?.split('.') ?? []
      const rows = await readRows(
        column === 'comment.mentions'
          ? `select 1 from comment where ${person.id} = any(mentions)`
          : through
            ? `select 1 from ${table} join ${owners} on ${owners}.id = ${of} where ${owner} = ${person.id}`
            : `select 1 from ${table} where ${of} = ${person.id}`,
      )
      if (deletion === 'removed') expect([column, rows.length]).toEqual([column, 0])
    }
    const [row] = await readRows(`select role, password_hash, recovery_hash, email, email_confirmed_at,
      email_refused_at, progress, greeting_put_away_at from account where id = ${person.id}`)
    expect(row).toEqual({
      ...{ role: 'fan', password_hash: null, recovery_hash: null, email: null },
      email_confirmed_at: null,
      email_refused_at: null,
      progress: null,
      greeting_put_away_at: null,
    })

    const shown = JSON.stringify([
      await loadPageHistory('Page_of_walnut', undefined),
      await loadRecent(undefined),
      await wordsIn(thread),
      await loadLog({}),
    ])
    expect(shown).toContain(name)
    expect(shown).not.toContain(person.name)
    expect(
      await readRows(`select 1 from event where name = 'account.deleted' and account_id = ${person.id}`),
    ).toHaveLength(1)
    const [event] =
      await readRows(`select tags, is_withholding from cache_event where 'account:${person.id}' = any(tags)
      order by id desc limit 1`)
    expect(event).toMatchObject({ is_withholding: true })
    expect(await readRows(`select 1 from network_trace where account_id = ${person.id}`)).not.toHaveLength(0)
    expect(page).toBeGreaterThan(0)
  })

  test('nobody signs in to it, keeps it, or takes its name', async () => {
    const person = await newcomer()
    await asking(person)
    const leaving = await now(person)
    await letPass(15)
    expect(await keepAccount(leaving, {})).toMatchObject({ ok: false, reason: 'already_decided' })
    await finishDeletion(system, { accountId: person.id })
    expect(await signsIn(person.name)).toBe(false)
    expect(await signsIn(await nameOf(person))).toBe(false)
    const given = { name: person.name.toUpperCase(), password: PASSWORD, email: '' }
    expect(await signUp(visitor, given, here)).toMatchObject({ ok: false, reason: 'name_taken' })
    await changeRows(`update held_name set until = until - interval '5 years'`)
    expect(await signUp(visitor, given, here)).toMatchObject({ ok: false, reason: 'name_taken' })
    const held = await readRows('select key_hash from held_name')
    expect(JSON.stringify(held)).not.toContain(person.name)
  })

  test('the name stays where that was chosen, and is nobody else’s either', async () => {
    const person = await newcomer()
    await asking(person, 'name')
    await letPass(15)
    await finishDeletion(system, { accountId: person.id })
    expect(await nameOf(person)).toBe(person.name)
    expect(await signsIn(person.name)).toBe(false)
    expect(await signUp(visitor, { name: person.name, password: PASSWORD, email: '' }, here)).toMatchObject({
      reason: 'name_taken',
    })
  })

  test('another neutral name is drawn where somebody took it meanwhile', async () => {
    const person = await newcomer()
    await asking(person)
    const [row] = await readRows(`select neutral_name from account_deletion where account_id = ${person.id}`)
    await newcomer('fan', String(row?.neutral_name))
    await letPass(15)
    await finishDeletion(system, { accountId: person.id })
    expect(await nameOf(person)).toMatch(/^Former fan \d+$/)
    expect(await nameOf(person)).not.toBe(row?.neutral_name)
  })

  test('a job does it', async () => {
    const person = await newcomer()
    await asking(person)
    const [job] = await readJobs(`select extract(epoch from run_at - now())::float as wait from jobs.jobs
      where key = 'delete-account ${person.id}'`)
    expect(Number(job?.wait) / 86_400).toBeCloseTo(14, 1)
  })
})

describe('an older database', () => {
  /** What the database was before: nobody had asked, and what was deleted is there again. */
  const asBefore = async ({ id, name }: AccountActor) => {
    await changeRows(`delete from account_deletion where account_id = ${id};
      update account set name = '${name}', name_key = lower('${name}'), email = 'again@example.org' where id = ${id}`)
  }

  test('learns from the store’s list what was deleted, and does it again with the same name', async () => {
    const person = await newcomer()
    await asking(person)
    await letPass(15)
    await finishDueDeletions()
    await listDeletions()
    const name = await nameOf(person)
    await asBefore(person)
    expect(await nameOf(person)).toBe(person.name)
    await learnDeletions(fileStore())
    expect(await finishDueDeletions()).toBe(1)
    expect(await nameOf(person)).toBe(name)
    const [row] = await readRows(`select email from account where id = ${person.id}`)
    expect(row).toEqual({ email: null })
    // Again and again.
    await learnDeletions(fileStore())
    expect(await finishDueDeletions()).toBe(0)
  })

  test('learns what was asked for, and that somebody stays after all', async () => {
    const [goes, stays] = [await newcomer(), await newcomer()]
    await asking(goes)
    await asking(stays)
    await listDeletions()
    await keepAccount(await now(stays), {})
    await listDeletions()
    await asBefore(goes)
    // In this one both had asked.
    await changeRows(`update account_deletion set undone_at = null where account_id = ${stays.id}`)
    await learnDeletions(fileStore())
    expect((await now(goes)).leavesAt).toBeDefined()
    expect((await now(stays)).leavesAt).toBeUndefined()
  })

  test('deletes nobody who has the number of somebody else', async () => {
    const person = await newcomer()
    await asking(person)
    await letPass(15)
    await finishDeletion(system, { accountId: person.id })
    await listDeletions()
    await asBefore(person)
    await changeRows(
      `update account set created_at = created_at + interval '1 second' where id = ${person.id}`,
    )
    await learnDeletions(fileStore())
    expect(await finishDueDeletions()).toBe(0)
    expect(await nameOf(person)).toBe(person.name)
  })
})
