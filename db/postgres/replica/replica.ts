import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { connect } from '../connect'
import { bytesOf, type Position } from './position'

/** How long a request waits to hear how far the replica is, in milliseconds; then it reads from the primary. */
const ANSWER_TIMEOUT = 200
/** After so long without an answer the replica is taken for gone. */
const LOST_AFTER = 2_000
/** How long one that is gone, or is none, is left alone. */
const RETRY_AFTER = 5_000

/** One look at the replica: what it shows is worth something only while no connection was lost. */
export interface Visit {
  database: PostgresJsDatabase<Record<string, never>>
  /** Ends the visit; tells whether what was read meanwhile can be relied on. */
  end: () => boolean
}

export type Replica = ReturnType<typeof openReplica>

/**
 * A replica (a standby that PostgreSQL keeps by streaming), asked how far it is. What it was heard to have reached is
 * remembered for as long as no connection is lost: a standby that starts again may begin before the place where it was.
 * So the address must be that of one server, not of a gateway with several behind it.
 */
export function openReplica(url: string) {
  let lost = 0
  let reached = -1n
  let aloneUntil = 0
  let question: Promise<bigint> | null = null
  let clients = opened()

  function opened() {
    // A connection that is closed always means something here, so none is closed for want of work or for its age.
    const options = {
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: LOST_AFTER / 1_000,
      onclose: forget,
    }
    const plain = connect(url, options)
    // Behind a queue of long statements the question would look unanswered.
    const asking = connect(url, { ...options, max: 1 })
    return { plain, asking, database: drizzle(plain, { casing: 'snake_case' }) }
  }

  function forget(): void {
    lost += 1
    reached = -1n
  }

  /** Lets go of every connection, so that what hangs on one fails now, and asks nothing for a while. */
  function avoidForAWhile(): void {
    forget()
    aloneUntil = performance.now() + RETRY_AFTER
    const left = clients
    clients = opened()
    void end(left, 0)
  }

  function ask(): Promise<bigint> {
    question ??= heard().finally(() => {
      question = null
    })
    return question
  }

  async function heard(): Promise<bigint> {
    const { asking } = clients
    const before = lost
    // One that was promoted, or never was a replica, gives no row.
    const answer = asking<{ at: Position | null }[]>`
      select pg_last_wal_replay_lsn() as at where pg_is_in_recovery()`
    try {
      const [row] = (await within(LOST_AFTER, answer)) ?? []
      if (!row?.at) throw new Error('there is no replica')
      const at = bytesOf(row.at)
      if (lost === before) reached = at
      return at
    } catch (error) {
      if (asking === clients.asking) avoidForAWhile()
      throw error
    }
  }

  return {
    /** Whether it has replayed the log up to `position`; false when it does not say so within 200 ms. */
    async hasReached(position: Position): Promise<boolean> {
      const wanted = bytesOf(position)
      if (performance.now() < aloneUntil) return false
      if (wanted <= reached) return true
      const answer = await within(ANSWER_TIMEOUT, ask()).catch(() => undefined)
      return answer !== undefined && wanted <= reached
    },

    /** Begins to read from it. While somebody does, it is asked each second whether it is still there. */
    visit(): Visit {
      const before = lost
      const watch = setInterval(() => void ask().catch(() => {}), 1_000)
      return {
        database: clients.database,
        end: () => {
          clearInterval(watch)
          return lost === before
        },
      }
    },

    /** Ends its connections, waiting at most `seconds` for what is under way. */
    close: (seconds: number) => end(clients, seconds),
  }
}

async function end(
  { plain, asking }: Record<'plain' | 'asking', ReturnType<typeof connect>>,
  seconds: number,
) {
  await Promise.all([plain.end({ timeout: seconds }), asking.end({ timeout: seconds })]).catch(() => {})
}

/** What is promised, or nothing after so many milliseconds. */
async function within<T>(milliseconds: number, promised: PromiseLike<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined)
  })
  try {
    return await Promise.race([promised, late])
  } finally {
    clearTimeout(timer)
  }
}
