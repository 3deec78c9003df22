import { and, eq, lt, lte, sql } from 'drizzle-orm'
import type { Primary } from '@/db/postgres/client'
import { outsideHost } from './schema'

/** The end of a lease, to the microsecond, by which only its holder ends it. */
const lease = sql<string>`${outsideHost.freeAt}::text`

/**
 * Takes a host for so many seconds where nobody has it and its pause is over, and gives the lease; otherwise when to try
 * again.
 */
export async function takeHost(
  db: Primary,
  host: string,
  seconds: number,
): Promise<{ lease: string } | { lease: null; busyUntil: Date }> {
  const freeAt = sql`now() + make_interval(secs => ${seconds})`
  const [taken] = await db
    .insert(outsideHost)
    .values({ host, freeAt })
    .onConflictDoUpdate({
      target: outsideHost.host,
      set: { freeAt },
      setWhere: lte(outsideHost.freeAt, sql`now()`),
    })
    .returning({ lease })
  if (taken) return taken
  const [busy] = await db
    .select({ busyUntil: outsideHost.freeAt })
    .from(outsideHost)
    .where(eq(outsideHost.host, host))
  return { lease: null, busyUntil: busy?.busyUntil ?? new Date() }
}

/** Ends a lease: the host is free after so many seconds, or at a time. Nothing happens where it is another's by now. */
export async function endTurn(db: Primary, host: string, held: string, free: number | Date): Promise<void> {
  const freeAt =
    typeof free === 'number'
      ? sql`now() + make_interval(secs => ${free})`
      : sql`${free.toISOString()}::timestamptz`
  await db
    .update(outsideHost)
    .set({ freeAt })
    .where(and(eq(outsideHost.host, host), sql`${lease} = ${held}`))
}

/** Deletes the hosts that have been free for a day. */
export async function forgetOldHosts(db: Primary): Promise<void> {
  await db.delete(outsideHost).where(lt(outsideHost.freeAt, sql`now() - interval '1 day'`))
}
