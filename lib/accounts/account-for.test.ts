import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { account } from '@/db/accounts/schema'
import { primary, transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { codes } from '@/lib/messages/codes'
import { saying } from '@/lib/messages/testing'
import { accountFieldsSchema, accountFor } from './account-for'
import { createAccount } from './create-account'
import { isAboutAccount } from './is-about-account'

const password = 'a leaf between two pages'
let id = 0

const ask = (accountWay: string, accountName: string, accountPassword: string, network = 'here') =>
  accountFor(accountFieldsSchema.parse({ accountWay, accountName, accountPassword }), { network })

beforeAll(async () => {
  await createTestDatabase()
  const made = await transaction((tx) => createAccount(tx, { name: 'Zoë', password }))
  if (made.ok) id = made.id
})

beforeEach(async () => {
  await primary().delete(rateWindow)
})

describe('a form that brings a name and a password along', () => {
  const { accounts } = codes()
  it('is sent in the name of the account that they belong to', async () => {
    expect(await ask('old', 'zoë', password)).toEqual({ ok: true, accountId: id })
  })

  it('makes an account where none is, once, however often it is sent at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask('new', 'Imogen', password)))
    const ids = answers.map((answer) => answer.ok && answer.accountId)
    expect(new Set(ids).size).toBe(1)
    expect(answers.filter((answer) => answer.ok && answer.recoveryCode)).toHaveLength(1)
    expect(await primary().select().from(account)).toHaveLength(2)
  })

  it('tells a taken name at the name, unless it comes with that name’s own password', async () => {
    const refused = await ask('new', 'Zoë', 'another leaf, another page')
    expect(refused).toMatchObject({ reason: 'name_taken', fields: { accountName: accounts.name.taken } })
    expect(await ask('new', 'Zoë', password)).toEqual({ ok: true, accountId: id })
  })

  it('tells what is wrong at its fields, and never leaves these without one', async () => {
    expect(await ask('old', 'Zoë', 'wrong')).toMatchObject({
      fields: { accountPassword: accounts.signIn.wrong },
    })
    expect(await ask('new', '', 'short')).toMatchObject({
      fields: {
        accountName: accounts.name.empty,
        accountPassword: saying(expect.stringMatching(/8 characters/)),
      },
    })
  })

  it('counts a password tried by way of a new account like any other', async () => {
    for (let time = 0; time < 10; time++) await ask('new', 'Zoë', `another leaf, another page ${time}`, 'one')
    const signUps = await ask('new', 'Zoë', password, 'one')
    expect(signUps).toMatchObject({
      reason: 'too_many',
      fields: { accountPassword: saying(expect.stringMatching(/15 minutes/)) },
    })
    for (let time = 0; time < 10; time++) await ask('old', 'Zoë', 'wrong', 'one')
    expect(await ask('old', 'Zoë', password, 'one')).toMatchObject({ reason: 'too_many' })
  })

  it('is known as refused for want of an account, and not for anything else', async () => {
    const refused = await ask('old', 'Zoë', 'wrong')
    expect(!refused.ok && isAboutAccount(refused)).toBe(true)
    const fields = { statement: codes().errors.fact.statement }
    expect(
      isAboutAccount({ ok: false, reason: 'invalid', message: codes().accounts.checkMarked, fields }),
    ).toBe(false)
    expect(
      isAboutAccount({ ok: false, reason: 'not_signed_in', message: codes().accounts.refused.notSignedIn }),
    ).toBe(true)
  })
})
