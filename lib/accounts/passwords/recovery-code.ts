import { createHash, randomInt } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread (and few words appear). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIGNS = 24
const IN_A_GROUP = 4

/** A new code of so many signs, of 5 bits each, in groups of four. It is shown once, and only its hash is stored. */
export function newCode(length: number): string {
  const signs = Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return signs.match(new RegExp(`.{${IN_A_GROUP}}`, 'g'))?.join('-') ?? signs
}

/**
 * The signs of a code as typed: in any case, with any spaces and dashes, and with the letters that people read for 0
 * and 1. Null for what cannot be a code of so many signs.
 */
export function signsOfCode(typed: string, length: number): string | null {
  if (typed.length > 200) return null
  const signs = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return signs.length === length && [...signs].every((sign) => ALPHABET.includes(sign)) ? signs : null
}

/** The stored hash of a recovery code as typed; null for what cannot be one. It is random, so a plain hash is enough. */
export function hashOfRecoveryCode(typed: string): string | null {
  const signs = signsOfCode(typed, SIGNS)
  return signs && createHash('sha256').update(`loreleaf recovery ${signs}`).digest('base64url')
}

/** Makes a recovery code, of 120 bits, which replaces a forgotten password; together with its hash. */
export function makeRecoveryCode(): { code: string; hash: string } {
  const code = newCode(SIGNS)
  const hash = hashOfRecoveryCode(code)
  if (hash === null) throw new Error('a code of our own making was not read')
  return { code, hash }
}
