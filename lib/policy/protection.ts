import type { Protection } from '@/lib/policy/subject'

/** A protection as stored; whether it is still in force depends on `now`. */
export interface WrittenProtection {
  protection: Protection
  /** Null for one that lasts until it is lifted. */
  protectedUntil: Date | null
}

/** The same with its reason. */
export interface Written extends WrittenProtection {
  protectionReason: string | null
}

/** A protection in force, as pages show it. */
export interface StandingProtection {
  level: Exclude<Protection, 'open'>
  until: Date | null
  reason: string | null
}

/** The protection in force at this moment: an expired one leaves the entry open. */
export function protectionNow(
  { protection, protectedUntil }: WrittenProtection,
  now = new Date(),
): Protection {
  return protectedUntil === null || protectedUntil > now ? protection : 'open'
}

/** The protection in force at this moment, with its end and reason; null for an open entry. */
export function standingProtection(written: Written): StandingProtection | null {
  const level = protectionNow(written)
  if (level === 'open') return null
  return { level, until: written.protectedUntil, reason: written.protectionReason }
}
