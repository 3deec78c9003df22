import { describe, expect, it } from 'vitest'
import { hashOfRecoveryCode, makeRecoveryCode } from './recovery-code'

describe('a recovery code', () => {
  it('is readable: six groups of four signs that nobody mistakes for each other', () => {
    for (let time = 0; time < 50; time++)
      expect(makeRecoveryCode().code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('is another every time', () => {
    const codes = Array.from({ length: 200 }, () => makeRecoveryCode().code)
    expect(new Set(codes).size).toBe(200)
  })

  it('is known again however it is typed', () => {
    const code = '0123-4567-89AB-CDEF-GHJK-MNPQ'
    const hash = hashOfRecoveryCode(code)
    expect(hash).not.toBeNull()
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', '  ')}\n`,
      code.replaceAll('-', '–'),
      code.replace('0', 'o').replace('1', 'l'),
    ])
      expect(hashOfRecoveryCode(typed)).toBe(hash)
  })

  it.each(['', '0123', '0123-4567-89AB-CDEF-GHJK-MNPU', '!'.repeat(24), '0'.repeat(5_000)])(
    'cannot be %j',
    (typed) => {
      expect(hashOfRecoveryCode(typed)).toBeNull()
    },
  )

  it('is not told by its hash', () => {
    const { code, hash } = makeRecoveryCode()
    expect(hash).not.toContain(code.slice(0, 4))
    expect(hashOfRecoveryCode(code)).toBe(hash)
  })
})
