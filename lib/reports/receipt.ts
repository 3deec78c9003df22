import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'
import { canonicalJson } from '@/lib/text/canonical'

/**
 * Neither vowels nor characters that look alike (0 O, 1 I L): it can be read out and copied by hand, and spells no
 * word.
 */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const BASE = BigInt(ALPHABET.length)
const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/**
 * The receipt of a report: 57 bits that only this wiki can make, from the key of its form and its whole text. So the
 * same report sent twice has one receipt, and a different text from the same form is another report.
 */
export function receiptOf(key: string, body: object): string {
  const secret = createHmac('sha256', env.authSecret).update('loreleaf report receipt').digest()
  const digest = createHmac('sha256', secret).update(canonicalJson({ key, body })).digest('hex')
  let left = BigInt(`0x${digest}`)
  let receipt = ''
  while (receipt.length < LENGTH) {
    receipt += ALPHABET[Number(left % BASE)]
    left /= BASE
  }
  return spaced(receipt)
}

/** A typed receipt in its stored form; null for what cannot be one. */
export function readReceipt(typed: string): string | null {
  const bare = typed
    .slice(0, 200)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return SHAPE.test(bare) ? spaced(bare) : null
}

const spaced = (receipt: string) => receipt.replace(/(.{4})(?=.)/g, '$1-')
