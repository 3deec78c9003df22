import { inArray, lt, sql } from 'drizzle-orm'
import type { Primary } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { rateWindow } from '@/db/rate-limit/schema'

const { placeholder } = sql

const oneMore = prepared((db) => {
  const seconds = placeholder('seconds')
  const by = placeholder('by')
  const isOver = sql`${rateWindow.startedAt} <= now() - make_interval(secs => ${seconds})`
  return db
    .insert(rateWindow)
    .values({ key: placeholder('key'), startedAt: sql`now()`, count: sql`${by}::int` })
    .onConflictDoUpdate({
      target: rateWindow.key,
      set: {
        count: sql`case when ${isOver} then ${by}::int else ${rateWindow.count} + ${by}::int end`,
        startedAt: sql`case when ${isOver} then now() else ${rateWindow.startedAt} end`,
      },
    })
    .returning({
      count: rateWindow.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${rateWindow.startedAt} - now()) + ${seconds})::int`,
    })
    .prepare('one_more')
})

/**
 * Counts one more use, or `by` more, in the fixed window of `key` and gives the count and how many seconds the window
 * still lasts.
 */
export async function countInWindow(
  db: Primary,
  key: string,
  seconds: number,
  by = 1,
): Promise<{ count: number; secondsLeft: number }> {
  const [row] = await oneMore(db).execute({ key, seconds, by })
  if (!row) throw new Error('a rate window was not counted')
  return row
}

/** Deletes windows that began more than a day ago; no limit is longer. */
export async function forgetOldWindows(db: Primary): Promise<void> {
  await db.delete(rateWindow).where(lt(rateWindow.startedAt, sql`now() - interval '1 day'`))
}

/** Deletes these windows: the next use begins new ones. */
export async function deleteWindows(db: Primary, keys: string[]): Promise<void> {
  await db.delete(rateWindow).where(inArray(rateWindow.key, keys))
}
