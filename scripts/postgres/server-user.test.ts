import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mayEnter } from './server-user'

const home = mkdtempSync(join(tmpdir(), 'loreleaf-enter-'))
afterAll(() => rmSync(home, { recursive: true }))
const data = join(home, 'clone', 'data')
mkdirSync(data, { recursive: true })

const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
const stranger = { uid: 64_999, gid: 64_999 }

test('whoever runs this process may go where the process may', () => {
  expect(mayEnter(data, undefined)).toBe(true)
})

test('a stranger is stopped by one closed folder on the way, like root’s own home', () => {
  chmodSync(home, 0o711)
  expect(mayEnter(data, stranger)).toBe(true)
  chmodSync(home, 0o700)
  expect(mayEnter(data, stranger)).toBe(false)
  expect(mayEnter(data, owner)).toBe(true)
})

test('a member of the group needs the group’s leave, not everybody’s', () => {
  chmodSync(home, 0o710)
  expect(mayEnter(data, { ...stranger, gid: owner.gid })).toBe(true)
  chmodSync(home, 0o701)
  expect(mayEnter(data, { ...stranger, gid: owner.gid })).toBe(false)
})
