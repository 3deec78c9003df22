import { and, eq, inArray, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { submission } from '@/db/submissions/schema'
import { capturedPassage, citedAddress, passageUse, sourceAddress } from './schema'

/** An address whose turn it is. */
export interface DueAddress {
  key: string
  url: string
  failures: number
  /** Since when it was not there, in days; null where it was. */
  failingDays: number | null
  /** A source that is there names it, or somebody waits for words to be looked for. */
  isNeeded: boolean
}

/**
 * Takes addresses that are due, those first that somebody waits for, as far as no more than `anHour` are looked at within
 * an hour, by whichever process. Where a look is never finished they are due again in an hour.
 */
export async function takeDueAddresses(db: Primary, most: number, anHour: number): Promise<DueAddress[]> {
  const rows = await db.execute<{
    key: string
    url: string
    failures: number
    failing_days: number | null
    is_needed: boolean
  }>(sql`
    update ${citedAddress} c set due_at = now() + interval '1 hour'
    where c.key in (
      select key from ${citedAddress} where due_at <= now() order by is_urgent desc nulls last, due_at
      limit least(${most}::int, greatest(0, ${anHour}::int - (select count(*) from ${citedAddress}
        where looked_at > now() - interval '1 hour')))
      for update skip locked)
    returning c.key, c.url, c.failures,
      (extract(epoch from now() - c.failing_since) / 86400)::float8 as failing_days,
      c.is_urgent or exists (select from ${sourceAddress} s join ${entry} e on e.id = s.source_id
        where s.key = c.key and e.deleted_at is null) as is_needed`)
  return rows.map(({ failing_days: failingDays, is_needed: isNeeded, ...row }) => ({
    ...row,
    failingDays,
    isNeeded,
  }))
}

/** Whether another address answered within a day: otherwise it may be our own network that is down. */
export async function hasOtherAnswered(db: Queryable, key: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select from ${citedAddress} where key <> ${key} and looked_at > now() - interval '1 day'
      and coalesce(why not in ('unreachable', 'slow'), true) limit 1`)
  return rows.length > 0
}

/** What a look at an address found. */
export interface Look {
  state?: (typeof citedAddress.$inferInsert)['state']
  /** Why nothing was read. */
  why: string | null
  /** Whether it was not there once more; null where that could not be told. */
  isFailure: boolean | null
  pageHash?: string
  archiveUrl?: string | null
  /** When it is looked at next: at a time, or after so many days. */
  next: Date | { days: number }
  isUrgent: boolean
}

/** Writes what a look found. */
export async function writeLook(tx: Tx, key: string, look: Look): Promise<void> {
  const { failures, failingSince } = citedAddress
  const { next, isFailure, ...rest } = look
  const failing =
    isFailure === null
      ? {}
      : isFailure
        ? { failures: sql`${failures} + 1`, failingSince: sql`coalesce(${failingSince}, now())` }
        : { failures: 0, failingSince: null }
  await tx
    .update(citedAddress)
    .set({
      ...rest,
      ...failing,
      lookedAt: sql`now()`,
      dueAt:
        next instanceof Date ? sql`greatest(${next.toISOString()}::timestamptz, now())` : inDays(next.days),
    })
    .where(eq(citedAddress.key, key))
}

const inDays = (days: number) => sql`now() + make_interval(secs => ${days}::float8 * 86400)`

/** Puts an address off that nobody needs. */
export async function putOff(db: Primary, key: string, days: number): Promise<void> {
  await db
    .update(citedAddress)
    .set({ dueAt: inDays(days) })
    .where(eq(citedAddress.key, key))
}

/** The words that are to be looked for at an address: those that were not found before, too. */
export async function findWantedWords(
  db: Queryable,
  key: string,
): Promise<{ quoteKey: string; quote: string }[]> {
  const { quoteKey, quote, state } = capturedPassage
  return db
    .select({ quoteKey, quote })
    .from(capturedPassage)
    .where(and(eq(capturedPassage.key, key), inArray(state, ['wanted', 'missing', 'spoken'])))
}

/**
 * Writes what became of words that were looked for at an address. Where what stood around them was erased, also while the
 * page was read, nothing is kept of it.
 */
export async function writePassage(
  tx: Tx,
  key: string,
  found: Pick<typeof capturedPassage.$inferSelect, 'quoteKey' | 'state' | 'before' | 'words' | 'after'>,
): Promise<void> {
  const unlessErased = (text: string) =>
    sql`case when ${capturedPassage.isBare} then '' else ${text}::text end`
  const { quoteKey, state, before, words, after } = found
  await tx
    .update(capturedPassage)
    .set({
      state,
      before: unlessErased(before),
      words: unlessErased(words),
      after: unlessErased(after),
      lookedAt: sql`now()`,
    })
    .where(and(eq(capturedPassage.key, key), eq(capturedPassage.quoteKey, quoteKey)))
}

/** The sources with an address, and what quotes words from it. */
export async function findRestingOn(tx: Tx, key: string): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select source_id::int as id from ${sourceAddress} where key = ${key}
    union select entry_id::int from ${passageUse} where key = ${key} and entry_id is not null`)
  return rows.map(({ id }) => id)
}

/** Deletes the addresses that no published source names any more, and no submission that is still open. */
export async function forgetOldAddresses(db: Queryable): Promise<void> {
  await db.execute(sql`
    delete from ${citedAddress} c
    where not exists (select from ${sourceAddress} s where s.key = c.key)
      and not exists (select from ${passageUse} u join ${submission} m on m.id = u.submission_id
        where u.key = c.key and m.state in ('waiting', 'changes_requested'))`)
}
