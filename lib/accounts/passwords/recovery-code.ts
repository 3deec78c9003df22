import { createHash, randomInt } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread (and few words appear). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIGNS = 24
const IN_A_GROUP = 4

/**
 * A new recovery code: 24 signs of 32, which is 120 bits, in groups of four. It replaces a forgotten password, so it is
 * shown once, to its owner, and only its hash is stored.
 */
function newRecoveryCode(): string {
  const signs = Array.from({ length: SIGNS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return inGroups(signs)
}

/**
 * The stored hash of a code as typed: in any case, with any spaces and dashes, and with the letters that people read
 * for 0 and 1. Null for what cannot be a code. It is as random as a key, so a plain hash is enough.
 */
export function hashOfRecoveryCode(typed: string): string | null {
  if (typed.length > 200) return null
  const signs = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (signs.length !== SIGNS || [...signs].some((sign) => !ALPHABET.includes(sign))) return null
  return createHash('sha256').update(`loreleaf recovery ${signs}`).digest('base64url')
}

/** Makes a code together with its hash. */
export function makeRecoveryCode(): { code: string; hash: string } {
  const code = newRecoveryCode()
  const hash = hashOfRecoveryCode(code)
  if (hash === null) throw new Error('a code of our own making was not read')
  return { code, hash }
}

const inGroups = (signs: string) => signs.match(new RegExp(`.{${IN_A_GROUP}}`, 'g'))?.join('-') ?? signs
