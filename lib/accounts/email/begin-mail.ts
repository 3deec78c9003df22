import { writeMailPlan } from '@/db/news/mail-choices'
import type { Tx } from '@/db/postgres/client'
import { nextDigest } from '@/lib/mail/next-digest'
import { isTimeZone } from '@/lib/mail/time-zones'

/** The hour of the day of digests, where nobody has chosen another. */
export const USUAL_HOUR = 18

/**
 * Begins the mail that an account gets without having chosen any, where it has never had a confirmed address before: at most
 * once a day, what became of what it sent. `zone` is the time zone that its browser is in.
 */
export async function beginMail(tx: Tx, accountId: number, zone: string): Promise<void> {
  const timeZone = isTimeZone(zone) ? zone : null
  const digestAt = nextDigest(new Date(), { timeZone, hour: USUAL_HOUR, isDaily: true })
  const plan = { timeZone, hour: USUAL_HOUR, choices: { own: 'daily' }, digestAt } as const
  await writeMailPlan(tx, accountId, plan, { isOnlyIfAbsent: true })
}
