import { createHash } from 'node:crypto'
import { newSecret, sealFor, unsealed } from '@/lib/secret'
import { isWorkDone, type Work } from './work-to-do'

/** How many leading zero bits a hash must have: about 130,000 hashes, a second or a few of a phone. */
const BITS = 17
const MINUTES = 30

const PURPOSE = 'work of signing up'

/** New work for a browser that wants to sign up, good for half an hour. */
export const newWork = (): Work => ({
  challenge: sealFor(PURPOSE, { id: newSecret(), bits: BITS }, MINUTES * 60),
  bits: BITS,
})

/**
 * The id of the work that `done` (challenge and number, with a colon between) answers; null where it is none of ours, too
 * old, or not done. Whether it was used before is for the caller.
 */
export function idOfWork(done: string): string | null {
  const [challenge = '', number = ''] = done.split(':')
  const work = unsealed<{ id: string; bits: number }>(PURPOSE, challenge)
  if (!work || !/^\d{1,12}$/.test(number)) return null
  const hash = createHash('sha256').update(`${challenge}:${number}`).digest()
  return isWorkDone(hash, work.bits) ? work.id : null
}
