import { expect, test } from 'vitest'
import { hasPeople } from '@/db/accounts/accounts'
import { findActor } from '@/db/accounts/actors'
import { reads } from '@/db/postgres/client'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { asSystem } from '@/lib/operations/as-system'
import { type SystemActor, visitor } from '@/lib/policy/actor'
import { appoint, isNamed } from './appoint'

await createTestDatabase()

/** What is asked for at the machine. */
const at = (name: string, role: string, password?: string) => asSystem(appoint, { name, role, password })

test('the first owner is made at the machine', async () => {
  expect(await hasPeople(reads())).toBe(false)
  const made = await at('Ada', 'owner', 'seven leaves in an old book')
  expect(made).toMatchObject({ ok: true, isNew: true })
  expect(await hasPeople(reads())).toBe(true)
})

test('an account that is there is promoted and keeps its password', async () => {
  const made = await at('Ben', 'fan', 'seven leaves in an old book')
  expect(await isNamed('ben')).toBe(true)
  const promoted = await at('ben', 'moderator')
  expect(promoted).toMatchObject({ ok: true, isNew: false, id: made.ok && made.id })
  expect(await findActor(reads(), promoted.ok ? promoted.id : 0)).toMatchObject({
    name: 'Ben',
    role: 'moderator',
  })
})

test('a weak password makes no account', async () => {
  expect(await at('Cal', 'owner', 'password')).toMatchObject({
    ok: false,
    reason: 'invalid',
  })
  expect(await at('Cal', 'owner', 'seven leaves in an old book')).toMatchObject({
    isNew: true,
  })
})

test('nobody who is signed in can do it, whatever they are, and no role but those that can be given is given', async () => {
  const owner = { kind: 'account', id: 1, name: 'Ada', role: 'owner', isBlocked: false }
  const wanted = { name: 'Ben', role: 'owner', password: '' } as const
  for (const actor of [owner, visitor])
    expect(await appoint(actor as unknown as SystemActor, wanted)).toMatchObject({ reason: 'not_found' })
  expect(await at('Ben', 'system')).toMatchObject({ reason: 'invalid', fields: { role: expect.anything() } })
  const nameless = await asSystem(appoint, { name: 7, role: 'owner' })
  expect(nameless).toMatchObject({
    reason: 'invalid',
    fields: { name: { code: 'errors.content.wrongShape' } },
  })
  expect(await readRows(`select role from account where name = 'Ben'`)).toEqual([{ role: 'moderator' }])
})
