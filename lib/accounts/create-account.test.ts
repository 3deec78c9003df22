import { beforeAll, describe, expect, it } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { primary, transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { saying } from '@/lib/messages/testing'
import { createAccount } from './create-account'

beforeAll(createTestDatabase)

const password = 'a leaf between two pages'
const create = (name: string, words = password) =>
  transaction((tx) => createAccount(tx, { name, password: words }))

describe('making an account', () => {
  it('gives a fan, whose id leads to them', async () => {
    const made = await create('Tara Ames')
    expect(made).toMatchObject({ ok: true })
    if (!made.ok) return
    expect(await findActor(primary(), made.id)).toEqual({
      kind: 'account',
      id: made.id,
      name: 'Tara Ames',
      role: 'fan',
      isBlocked: false,
    })
  })

  it('refuses a name that looks like one that is taken, at the field', async () => {
    await create('Coco')
    for (const double of ['coco', 'COCO', 'c0c0', 'сосо', 'co co', 'Ｃoco']) {
      expect(await create(double), double).toMatchObject({
        ok: false,
        reason: 'name_taken',
        fields: { name: saying(expect.stringContaining('taken')) },
      })
    }
  })

  it('when two people sign up at once for names that look alike, one of them has it', async () => {
    const outcomes = await Promise.all(['Nick', 'N1ck', 'nlck', 'NICK', 'Ni ck'].map((name) => create(name)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'name_taken')).toHaveLength(4)
  })

  it.each([
    ['short', /at least 8/],
    ['password1234', /easily guessed/],
    ['qwertyuiop', /easily guessed/],
    ['Imogen Heaney', /easily guessed/],
    ['x'.repeat(600), /too long/],
    ['a leaf between \ud800 pages', /cannot be stored/],
  ])('says what is wrong with the password %s', async (weak, reason) => {
    expect(await create('Imogen Heaney', weak)).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { password: saying(expect.stringMatching(reason)) },
    })
  })

  it('speaks of the name and the password in one answer', async () => {
    const refused = await create('', '1234')
    expect(refused.ok ? {} : Object.keys(refused.fields ?? {})).toEqual(['name', 'password'])
  })
})
