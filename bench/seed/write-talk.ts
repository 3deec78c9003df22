import type postgres from 'postgres'
import { PlainError } from '@/scripts/plain-error'
import { PEOPLE } from './people'
import { randomOf } from './random'
import { sentences } from './words'

/** Where the talk of a made-up wiki is out of the ordinary. */
export interface TalkManifest {
  threads: number
  comments: number
  /** The thread with the most comments, and how many those are; it is about the page with the long history. */
  longest: { id: number; comments: number }
  /** The entry about which most threads are, that page too. */
  busiest: number
}

interface TalkOptions {
  /** How many comments there are to be; a wiki has as many as edits. */
  comments: number
  /** How many entries there are, by their ids from 1. */
  entries: number
  accounts: number
  /** The entry with the longest thread, and with so many of all threads. */
  busiest: number
  until: Date
  seed: number
  say?: (progress: string) => void
}

const LONGEST = 5_000
/** So many threads are about one page, or as many as a small wiki can bear. */
const BUSIEST = 2_000
/** A thread has up to so many comments; of the others each has its share. */
const IN_A_THREAD = 9
/** So many different texts are said. */
const TEXTS = 500
/** So many threads get their comments at once. */
const AT_ONCE = 20_000

/**
 * Writes threads about the entries and the comments in them, the same for the same options: one comment in 200 is
 * held, as many are declined, withdrawn and withheld; every third thread is settled. Adds to what is there, so that it can
 * be done to a wiki that was made without talk; throws where there are threads already.
 */
export async function writeTalk(client: postgres.Sql, options: TalkOptions): Promise<TalkManifest> {
  const { comments, entries, accounts, busiest, until, seed, say = () => {} } = options
  const [already] = await client`select 1 from thread limit 1`
  if (already) throw new PlainError('There is talk already.')
  const long = Math.min(LONGEST, Math.max(2, Math.floor(comments / 4)))
  // The ordinary have 1 to 9 comments in turn, five on the average.
  const threads = 1 + Math.max(1, Math.floor((comments - long) / ((IN_A_THREAD + 1) / 2)))
  const atBusiest = Math.min(BUSIEST, Math.floor(threads / 4))
  const many = Math.max(1, accounts - PEOPLE.firstTrusted)
  await client`insert into thread (entry_id, subject, started_by_id, created_at, is_shown, is_open, closed_at,
      closed_by_id, outcome, last_at)
    select case when i <= ${atBusiest} then ${busiest} else 1 + i::bigint * 7919 % ${entries} end,
      'What about this, ' || i || '?', ${PEOPLE.firstTrusted} + i * 31 % ${many}, begun, true, not is_settled,
      case when is_settled then begun + interval '20 days' end, case when is_settled then ${PEOPLE.firstModerator}::bigint end,
      case when is_settled then 'The page says so now.' else '' end, begun
    from (select i, i % 3 = 0 as is_settled, ${until}::timestamptz - i * interval '10 minutes' - interval '60 days' as begun
      from generate_series(1, ${threads}::int) i order by i) threads`
  const random = randomOf(seed, 11, 0)
  const texts = Array.from({ length: TEXTS }, () => sentences(random, 1 + random.upTo(4)))
  for (let from = 1; from <= threads; from += AT_ONCE) {
    const to = Math.min(threads, from + AT_ONCE - 1)
    await writeComments(client, { from, to, long, many, texts })
    say(`talk: ${to.toLocaleString('en')} of ${threads.toLocaleString('en')} threads`)
  }
  await client`update thread t set comments = said.shown, last_number = said.last, last_id = said.last_id, last_at = said.last_at
    from (select thread_id, count(*) filter (where state = 'shown') as shown, max(number) as last,
        max(id) filter (where state = 'shown') as last_id, max(created_at) filter (where state = 'shown') as last_at
      from comment group by thread_id) said where said.thread_id = t.id`
  const [written] = await client<{ comments: number }[]>`select count(*)::int as comments from comment`
  return {
    ...{ threads, comments: written?.comments ?? 0, busiest },
    longest: { id: 1, comments: long },
  }
}

interface Part {
  from: number
  to: number
  long: number
  many: number
  texts: string[]
}

/** A comment by the number of its thread and its own says all else of it; a thread begins with a shown one. */
async function writeComments(client: postgres.Sql, { from, to, long, many, texts }: Part): Promise<void> {
  await client`insert into comment (thread_id, number, answers, author_id, words, state, created_at,
      withheld, withheld_by_id, withheld_at, withheld_reason)
    select id, n, case when n > 2 and n % 3 = 0 then 1 end, ${PEOPLE.firstTrusted} + (id * 31 + (n - 1) * 17) % ${many},
      (${texts}::text[])[1 + (id * 7 + n * 13) % ${texts.length}],
      case when n = 1 then 'shown' when place = 20 then 'held' when place = 60 then 'declined'
        when place = 100 then 'withdrawn' else 'shown' end,
      created_at + n * interval '7 minutes',
      case when place = 140 then 'hidden'::withheld_strength end,
      case when place = 140 then ${PEOPLE.firstModerator}::bigint end,
      case when place = 140 then created_at + interval '30 days' end,
      case when place = 140 then 'A private matter' end
    from (select t.id, t.created_at, n, (t.id * 9 + n) % 200 as place
      from thread t cross join lateral generate_series(1, case when t.id = 1 then ${long} else 1 + (t.id % ${IN_A_THREAD})::int end) n
      where t.id between ${from} and ${to} order by t.id, n) said`
}
