/** How long a protection may last, in days; null until it is lifted, and `date` until a chosen day. */
export const protectionDays = { none: null, day: 1, week: 7, month: 30, date: null } as const
export type ProtectionLength = keyof typeof protectionDays
export const protectionLengths = Object.keys(protectionDays) as ProtectionLength[]

const HOUR = 3_600_000

/**
 * When a protection set at `now` ends: at a full hour, so that the same click a minute later asks for the same; or with
 * the chosen day (`YYYY-MM-DD`, UTC). Null for one that lasts until it is lifted.
 */
export function endOfProtection(length: ProtectionLength, day: string | null, now = new Date()): Date | null {
  if (length === 'date') return day === null ? null : new Date(`${day}T23:59:00Z`)
  const days = protectionDays[length]
  return days === null ? null : new Date(Math.ceil((now.getTime() + days * 24 * HOUR) / HOUR) * HOUR)
}
