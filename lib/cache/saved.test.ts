import { describe, expect, it } from 'vitest'
import { signEvent, verifyEvent } from './saved'

const secret = 'a secret of at least thirty-two characters'

describe('the signed id of what somebody has just saved', () => {
  it('is read back by whoever knows the secret', () => {
    expect(verifyEvent(signEvent(42, secret), secret)).toBe(42)
  })

  it('is nothing when signed with another secret, or moved to another id', () => {
    expect(verifyEvent(signEvent(42, `${secret}!`), secret)).toBeNull()
    expect(verifyEvent(signEvent(42, secret).replace('42.', '43.'), secret)).toBeNull()
  })

  it.each([
    undefined,
    '',
    '42',
    '42.',
    '.x',
    '-1.x',
    `42.${'A'.repeat(43)}`,
    `042.${'A'.repeat(43)}`,
    `${'9'.repeat(400)}.${'A'.repeat(43)}`,
    `42.${'é'.repeat(43)}`,
  ])('is nothing when malformed: %s', (value) => {
    expect(verifyEvent(value, secret)).toBeNull()
  })
})
