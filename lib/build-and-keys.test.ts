import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { buildAndKeys } from './build-and-keys'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-build-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('two replicas tell the same exactly when they have the same build and the same secret', () => {
  mkdirSync(join(folder, '.next'), { recursive: true })
  const told = (build: string, secret: string) => {
    writeFileSync(join(folder, '.next', 'BUILD_ID'), `${build}\n`)
    vi.stubEnv('AUTH_SECRET', secret)
    return buildAndKeys(folder)
  }
  const [secret, another] = ['a'.repeat(32), 'b'.repeat(32)]
  expect(told('one', secret)).toEqual(told('one', secret))
  expect(told('one', secret).build).not.toBe(told('two', secret).build)
  expect(told('one', secret).keys).not.toBe(told('one', another).keys)
  expect(JSON.stringify(told('one', secret))).not.toContain(secret)
})

test('while developing there is no build to tell of', () => {
  vi.stubEnv('AUTH_SECRET', 'a'.repeat(32))
  expect(buildAndKeys(folder).build).toBe('none')
})
