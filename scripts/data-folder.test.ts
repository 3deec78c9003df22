import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { secretsOf } from './data-folder'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-data-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the secrets of an earlier release stay, and the role that it did not know gets a password of its own', () => {
  const before = {
    authSecret: 'signs cookies',
    database: { admin: 'an admin', owner: 'an owner', application: 'an application' },
  }
  const file = join(folder, 'secrets.json')
  writeFileSync(file, JSON.stringify(before), { mode: 0o600 })
  const secrets = secretsOf(folder)
  expect(secrets).toMatchObject(before)
  expect(secrets.database.worker).toMatch(/^[\w-]{43}$/)
  expect(secretsOf(folder)).toEqual(secrets)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
