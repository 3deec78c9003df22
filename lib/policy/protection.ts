import type { Protection } from '@/lib/policy/subject'

/** A protection as it is written: whether it still stands, `now` says. */
export interface WrittenProtection {
  protection: Protection
  /** Null for one that stands until it is lifted. */
  protectedUntil: Date | null
}

/** The same with its reason. */
export interface Written extends WrittenProtection {
  protectionReason: string | null
}

/** A protection that stands, as pages tell it. */
export interface StandingProtection {
  level: Exclude<Protection, 'open'>
  until: Date | null
  reason: string | null
}

/** Which protection stands at this moment: one that has run out leaves the entry open. */
export function protectionNow(
  { protection, protectedUntil }: WrittenProtection,
  now = new Date(),
): Protection {
  return protectedUntil === null || protectedUntil > now ? protection : 'open'
}

/** The protection that stands at this moment, with its end and reason; null for an entry that is open. */
export function standingProtection(written: Written): StandingProtection | null {
  const level = protectionNow(written)
  if (level === 'open') return null
  return { level, until: written.protectedUntil, reason: written.protectionReason }
}
