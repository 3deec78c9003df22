import { expect, test } from 'vitest'
import { insertAccount } from '@/db/accounts/accounts'
import { transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { knownOf } from './log'

await createTestDatabase()

test('what a person typed stays out of the log, also when the database refuses it', async () => {
  const words = `words that nobody else should read ${'x'.repeat(400)}`
  const values = { name: words, nameKey: words, passwordHash: 'secret-hash', role: 'fan' } as const
  const error = await transaction((tx) => insertAccount(tx, values)).catch((refused) => refused)

  const known = JSON.stringify(knownOf(error))
  expect(known).toContain('account_name_length')
  expect(known).toContain('log.test.ts')
  expect(known).not.toContain('nobody else should read')
  expect(known).not.toContain('secret-hash')
})

test('whatever is thrown can be logged', () => {
  expect(knownOf('only a sentence')).toEqual({ message: 'only a sentence' })
  expect(knownOf(undefined)).toEqual({ message: 'something that is no error' })
  const endless = new Error('round and round')
  endless.cause = endless
  expect(JSON.stringify(knownOf(endless)).match(/round and round/g)).toHaveLength(4)
})
