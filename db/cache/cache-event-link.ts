import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { NOTICE_CHANNEL } from '@/db/events/notices'
import { CACHE_CHANNEL } from './cache-events'

/** How many events are read at once. */
const PAGE = 500

const OPTIONS = {
  max: 1,
  connect_timeout: 3,
  max_lifetime: null,
  onnotice: () => {},
  connection: { application_name: 'loreleaf gateway' },
}

/** An event's identity: after a failover another one could have its id. */
export interface EventMark {
  id: number
  /** When it was written, to the microsecond, as the database spells it. */
  at: string
}

export interface CacheEvent extends EventMark {
  tags: string[]
  isWithholding: boolean
}

export interface CacheEventBatch {
  /** In the order of their commits, at most 500. */
  events: CacheEvent[]
  /** What was answered after they were read; null when there are none, or nothing is asked. */
  freshness: string | null
}

export interface LinkListener {
  /** A cache event was committed; it can be read now. */
  onEvent: () => void
  /** A notice (`db/events/notices.ts`) was committed. */
  onNotice: (notice: string) => void
  /** One of our own heartbeats came back: everything committed before it was sent has been received. */
  onHeartbeat: () => void
  /** A connection was lost: something may have been missed. */
  onLoss: () => void
}

type OnNotify = (channel: string, words: string) => void

export type CacheEventLink = Awaited<ReturnType<typeof openCacheEventLink>>

/**
 * Opens two connections of their own to receive cache events: one that listens, one that asks. Listening has begun
 * when the promise resolves. Throws when the database cannot be reached within three seconds. `databaseUrl` must not
 * lead through a pooler that shares sessions. After each reading `probe` is asked on the same connection, and what it says
 * is given along: it covers what was read.
 */
export async function openCacheEventLink(
  databaseUrl: string,
  listener: LinkListener,
  probe?: (asking: postgres.Sql) => Promise<string | null>,
) {
  const heartbeatChannel = `loreleaf_beat_${randomUUID().replaceAll('-', '')}`
  let isOpen = false
  const onclose = () => isOpen && listener.onLoss()
  const asking = postgres(databaseUrl, { ...OPTIONS, onclose })
  // The driver's own `listen` reconnects by itself after a loss and cannot be ended while it does; after a loss the
  // caller must start again anyway.
  const listeningOptions: postgres.Options<Record<string, never>> & { onnotify: OnNotify } = {
    ...OPTIONS,
    onclose,
    onnotify: (channel, words) => {
      if (channel === CACHE_CHANNEL) listener.onEvent()
      else if (channel === NOTICE_CHANNEL) listener.onNotice(words)
      else listener.onHeartbeat()
    },
  }
  const listening = postgres(databaseUrl, listeningOptions)

  async function close(): Promise<void> {
    isOpen = false
    await Promise.all([asking.end({ timeout: 1 }), listening.end({ timeout: 1 })]).catch(() => {})
  }

  try {
    await asking`select 1`
    for (const channel of [CACHE_CHANNEL, NOTICE_CHANNEL]) await listening`listen ${listening(channel)}`
    await listening`listen ${listening(heartbeatChannel)}`
    isOpen = true
  } catch (error) {
    await close()
    throw error
  }

  const freshnessNow = async () => (await probe?.(asking)) ?? null

  return {
    /** The newest event, if there is one, and what `probe` answered afterwards. */
    async newest(): Promise<{ event: EventMark | null; freshness: string | null }> {
      const [row] = await asking<{ id: string; at: string }[]>`
        select id, at::text from cache_event order by id desc limit 1`
      return { event: row ? { id: Number(row.id), at: row.at } : null, freshness: await freshnessNow() }
    },

    /** Whether this very event still exists: then so do all that came after it. */
    async holds({ id, at }: EventMark): Promise<boolean> {
      const rows = await asking`select 1 from cache_event where id = ${id} and at::text = ${at}`
      return rows.length > 0
    },

    /** The events after `id`. */
    async eventsAfter(id: number): Promise<CacheEventBatch> {
      const rows = await asking<{ id: string; at: string; tags: string[]; is_withholding: boolean }[]>`
        select id, at::text, tags, is_withholding from cache_event where id > ${id} order by id limit ${PAGE}`
      const events = rows.map((row) => ({
        id: Number(row.id),
        at: row.at,
        tags: row.tags,
        isWithholding: row.is_withholding,
      }))
      return { events, freshness: events.length > 0 ? await freshnessNow() : null }
    },

    /** Sends a heartbeat that comes back through the listening connection. */
    async sendHeartbeat(): Promise<void> {
      await asking.notify(heartbeatChannel, '')
    },

    /** Ends both connections within a second. */
    close,
  }
}
