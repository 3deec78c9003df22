import { createHash } from 'node:crypto'

/** A number from 0 to below 1 that everybody gets alike on the same UTC day and that jumps about between days. */
export function shareOfDay(at: Date): number {
  const digest = createHash('sha256').update(at.toISOString().slice(0, 10)).digest()
  return digest.readUInt32BE(0) / 2 ** 32
}

/** The midnight (UTC) with which the day of `at` begins. */
export const startOfDay = (at: Date) => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)

/** The midnight (UTC) with which the day of `at` ends. */
export const endOfDay = (at: Date) => new Date(startOfDay(at).getTime() + 86_400_000)
