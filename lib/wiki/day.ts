import { createHash } from 'node:crypto'

/** A pseudo-random number from 0 to below 1 that is the same for everybody on the same UTC day. */
export function shareOfDay(at: Date): number {
  const digest = createHash('sha256').update(at.toISOString().slice(0, 10)).digest()
  return digest.readUInt32BE(0) / 2 ** 32
}

/** The midnight (UTC) with which the day of `at` begins. */
export const startOfDay = (at: Date) => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)

/** The midnight (UTC) with which the day of `at` ends. */
export const endOfDay = (at: Date) => new Date(startOfDay(at).getTime() + 86_400_000)
