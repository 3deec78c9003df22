import { eq, type SQL, sql } from 'drizzle-orm'
import { mutedOf } from '@/db/accounts/mutes'
import { account } from '@/db/accounts/schema'
import { newestNewsOf, unreadNewsOf } from '@/db/news/news'
import type { Watched } from '@/db/news/schema'
import { watches } from '@/db/news/watches'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { openReports } from '@/db/reports/open-reports'
import { waitingUpTo } from '@/db/review/review'
import { ownCounts, ownEdits } from '@/db/submissions/own-submissions'
import { heldUpTo, ownHeld } from '@/db/talk/held'

/** Who reads, what the page is about that asks, and what of others' they may be told of. */
export interface Asking {
  id: number
  watched: Watched | null
  seesQueue: boolean
  seesReports: boolean
  /** Where counting stops. */
  most: number
}

/** What the pages of somebody signed in show to them alone. */
export type Mine = Awaited<ReturnType<typeof findMine>>

const mine = prepared((db) => {
  const { placeholder } = sql
  const id = sql`${placeholder('id')}::bigint`
  const upTo = sql`${placeholder('upTo')}::int`
  const where = <T>(sees: keyof Asking, count: SQL<T>) =>
    sql<T | null>`case when ${placeholder(sees)}::boolean then ${count} end`
  return db
    .select({
      progress: account.progress,
      news: unreadNewsOf(id),
      newest: newestNewsOf(id),
      isWatching: watches(id, { of: placeholder('of'), targetId: placeholder('targetId') }),
      own: ownCounts(id),
      ownEdits: ownEdits(db, id),
      ownHeld: ownHeld(id),
      muted: mutedOf(id),
      waiting: where('seesQueue', waitingUpTo(upTo)),
      urgent: where('seesReports', openReports('urgent', id, upTo)),
      ordinary: where('seesReports', openReports('ordinary', id, upTo)),
      held: where('seesReports', heldUpTo(upTo)),
    })
    .from(account)
    .where(eq(account.id, id))
    .prepare('mine')
})

/**
 * All of it in one statement, since each page that somebody signed in opens asks: how far they are, what their bell
 * counts, whether they watch it, their open submissions and held comments, whom they have muted; and how many submissions wait,
 * reports are open and comments are held, up to one more than `most`, null where they are not told. Throws when there is no such account.
 */
export async function findMine(db: Queryable, { most, watched, ...asking }: Asking) {
  const { of, targetId } = watched ?? { of: null, targetId: null }
  const [row] = await mine(db).execute({ ...asking, of, targetId, upTo: most + 1 })
  if (!row) throw new Error('there is no such account')
  const { urgent, ordinary, held, ...rest } = row
  const reports =
    urgent === null || ordinary === null || held === null ? null : { open: urgent + ordinary, urgent, held }
  return { ...rest, reports }
}
