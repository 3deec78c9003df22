import { expect, test } from 'vitest'
import { reads } from '@/db/client'
import { hasPeople } from '@/db/queries/accounts'
import { findActor } from '@/db/queries/actors'
import { createTestDatabase } from '@/db/testing'
import { appoint } from './appoint'

await createTestDatabase()
const noPassword = () => Promise.reject(new Error('nobody was to be asked for a password'))

test('the first owner is made at the machine', async () => {
  expect(await hasPeople(reads())).toBe(false)
  const made = await appoint('Ada', 'owner', async () => 'seven leaves in an old book')
  expect(made).toMatchObject({ ok: true, isNew: true })
  expect(await hasPeople(reads())).toBe(true)
})

test('an account that is there is promoted and keeps its password', async () => {
  const made = await appoint('Ben', 'fan', async () => 'seven leaves in an old book')
  const promoted = await appoint('ben', 'moderator', noPassword)
  expect(promoted).toMatchObject({ ok: true, isNew: false, id: made.ok && made.id })
  expect(await findActor(reads(), promoted.ok ? promoted.id : 0)).toMatchObject({
    name: 'Ben',
    role: 'moderator',
  })
})

test('a weak password makes no account', async () => {
  expect(await appoint('Cal', 'owner', async () => 'password')).toMatchObject({
    ok: false,
    reason: 'invalid',
  })
  expect(await appoint('Cal', 'owner', async () => 'seven leaves in an old book')).toMatchObject({
    isNew: true,
  })
})
