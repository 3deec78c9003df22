import { expect, test } from 'vitest'
import { primary } from './client'
import { outliveIfLost } from './lost-connections'
import { createTestDatabase } from './testing'

await createTestDatabase()

/** As the driver throws it, in a callback of its own. */
function asThrown(frame: string): TypeError {
  const error = new TypeError("Cannot read properties of null (reading 'write')")
  error.stack = `${error}\n    at ${frame}\n    at process.processImmediate (node:internal/timers:483:21)`
  return error
}

test('a write to a lost connection ends no process, and new connections are made', () => {
  const before = primary()
  outliveIfLost(asThrown('Immediate.nextWrite (file:///app/node_modules/postgres/src/connection.js:255:22)'))
  expect(primary()).not.toBe(before)
})

test('every other error ends it', () => {
  const other = asThrown('write (file:///app/dist/serve.mjs:1:1)')
  expect(() => outliveIfLost(other)).toThrow(other)
})
