import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { CACHE_CHANNEL } from './queries/cache-events'

/** How many events are read at once. */
const PAGE = 500

export interface HeardEvent {
  id: number
  tags: string[]
  isWithholding: boolean
}

export interface LinkListener {
  /** A cache event was committed; it can be read now. */
  onEvent: () => void
  /** One of our own beats came back: everything committed before it was sent has been told. */
  onBeat: () => void
  /** The connection was lost and made anew by itself; something may have been missed. */
  onLoss: () => void
}

export type CacheEventLink = Awaited<ReturnType<typeof openCacheEventLink>>

/**
 * Opens connections of their own to hear of cache events: one that listens, one that asks. Listening has begun when
 * the promise resolves. Throws when the database cannot be reached within three seconds.
 */
export async function openCacheEventLink(databaseUrl: string, listener: LinkListener) {
  const beats = `loreleaf_beat_${randomUUID().replaceAll('-', '')}`
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 3,
    idle_timeout: undefined,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'loreleaf front door' },
  })
  let hasBegun = false
  const close = () => sql.end({ timeout: 0 }).catch(() => {})
  try {
    await sql`select 1`
    await sql.listen(CACHE_CHANNEL, listener.onEvent, () => {
      if (hasBegun) listener.onLoss()
      hasBegun = true
    })
    await sql.listen(beats, listener.onBeat)
  } catch (error) {
    await close()
    throw error
  }

  return {
    /** The newest event's id; 0 when there is none. */
    async newest(): Promise<number> {
      const [row] = await sql<{ id: string | null }[]>`select max(id) as id from cache_event`
      return Number(row?.id ?? 0)
    },

    /** The events after `id`, in the order of their commits, at most 500. */
    async eventsAfter(id: number): Promise<HeardEvent[]> {
      const rows = await sql<{ id: string; tags: string[]; is_withholding: boolean }[]>`
        select id, tags, is_withholding from cache_event where id > ${id} order by id limit ${PAGE}`
      return rows.map((row) => ({ id: Number(row.id), tags: row.tags, isWithholding: row.is_withholding }))
    },

    /** Sends a beat that comes back through the listening connection. */
    async beat(): Promise<void> {
      await sql.notify(beats, '')
    },

    /** Ends both connections at once. */
    close,
  }
}
