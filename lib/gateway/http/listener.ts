import {
  type CacheEventLink,
  type EventMark,
  type LinkListener,
  openCacheEventLink,
} from '@/db/cache/cache-event-link'
import { tagsOfToday } from '@/lib/cache/title-tag'
import type { Change } from '@/lib/gateway/changes/changes'
import { logError } from '@/lib/log'

export interface ListenerOptions {
  databaseUrl: string
  onChange: (change: Change) => void
  /** Is told each notice of the database; null after a time in which some may have been missed. */
  onNotice?: (notice: string | null) => void
  /** How often a heartbeat is sent through the database, in milliseconds. */
  heartbeatInterval?: number
  /** After so many milliseconds without one, nothing that was received can be relied on. */
  heartbeatTimeout?: number
  /** Asked after each reading of changes, on the same connection; its newest answer is `freshness`. */
  freshnessProbe?: Parameters<typeof openCacheEventLink>[2]
}

export type Listener = Awaited<ReturnType<typeof startListener>>

/**
 * Receives changes through a connection of its own, and knows whether it does: a heartbeat goes through the database and
 * back each second. It listens before it relies on anything. After a lost connection, missed events are read from the
 * table; when the last event received is no longer there, everything is invalidated. Ids of events follow the order of
 * commits, so one mark says what has been received.
 */
export async function startListener({ databaseUrl, onChange, onNotice, ...options }: ListenerOptions) {
  const { heartbeatInterval = 1_000, heartbeatTimeout = 3_000, freshnessProbe } = options
  const waiting = new Set<{ id: number; resolve: () => void }>()
  let link: CacheEventLink | null = null
  let isConnecting = false
  let isClosed = false
  let isSendingHeartbeat = false
  let connectedAt = 0
  let lastHeartbeat = Number.NEGATIVE_INFINITY
  let last: EventMark | null = null
  let freshness: string | null = null

  const isAlive = () => link !== null && performance.now() - lastHeartbeat < heartbeatTimeout

  const mark = () => last?.id ?? 0

  function moveMark(event: EventMark | null): void {
    last = event
    for (const one of waiting) if (one.id <= mark()) one.resolve()
  }

  function lose(): void {
    const lost = link
    link = null
    lastHeartbeat = Number.NEGATIVE_INFINITY
    void lost?.close()
  }

  async function connect(): Promise<void> {
    if (isConnecting || isClosed) return
    isConnecting = true
    try {
      let heartbeatArrived = () => {}
      const firstHeartbeat = new Promise<void>((resolve) => {
        heartbeatArrived = resolve
      })
      const linkListener: LinkListener = {
        onEvent: () => void catchUp().catch(() => {}),
        onNotice: (notice) => link === fresh && onNotice?.(notice),
        onHeartbeat: () => {
          if (link !== fresh) return
          lastHeartbeat = performance.now()
          heartbeatArrived()
        },
        onLoss: () => link === fresh && lose(),
      }
      const fresh = await openCacheEventLink(databaseUrl, linkListener, freshnessProbe)
      const known = last
      const [newest, goesOn] = await Promise.all([
        fresh.newest(),
        known !== null && fresh.holds(known),
      ]).catch(async (error) => {
        await fresh.close()
        throw error
      })
      if (isClosed) return void fresh.close()
      link = fresh
      connectedAt = performance.now()
      freshness = newest.freshness
      if (goesOn) await catchUp()
      else {
        onChange({ tags: 'everything', isWithholding: true })
        moveMark(newest.event)
      }
      onNotice?.(null)
      await sendHeartbeat()
      await Promise.race([
        firstHeartbeat,
        new Promise((resolve) => setTimeout(resolve, heartbeatInterval).unref()),
      ])
    } finally {
      isConnecting = false
    }
  }

  async function sendHeartbeat(): Promise<void> {
    if (isSendingHeartbeat || !link) return
    isSendingHeartbeat = true
    const sender = link
    await sender.sendHeartbeat().catch(() => link === sender && lose())
    isSendingHeartbeat = false
  }

  // A read that has begun may have begun too early for this caller; so at most one more waits for it to end.
  let reading: Promise<void> | null = null
  let next: Promise<void> | null = null

  function catchUp(): Promise<void> {
    if (!reading) {
      reading = read().finally(() => {
        reading = null
      })
      return reading
    }
    next ??= reading
      .catch(() => {})
      .then(() => {
        next = null
        return catchUp()
      })
    return next
  }

  async function read(): Promise<void> {
    const reader = link
    if (!reader) throw new Error('there is no connection to listen on')
    try {
      for (;;) {
        const { events, freshness: after } = await reader.eventsAfter(mark())
        if (link !== reader) throw new Error('the connection was lost')
        // Before the events are passed on: a render that begins because of one must require data that includes it.
        freshness = after ?? freshness
        for (const { tags, isWithholding, ...event } of events) {
          onChange({ tags: tagsOfToday(tags), isWithholding })
          moveMark(event)
        }
        if (events.length === 0) return
      }
    } catch (error) {
      if (link === reader) lose()
      throw error
    }
  }

  const ticker = setInterval(() => {
    const now = performance.now()
    if (link && now - Math.max(lastHeartbeat, connectedAt) > heartbeatTimeout * 2) lose()
    if (link) void sendHeartbeat()
    else connect().catch((error) => logError(error, { while: 'listening for changes' }))
  }, heartbeatInterval)
  await connect().catch((error) => logError(error, { while: 'listening for changes' }))

  return {
    /** Whether everything that was committed until a moment ago has been received. */
    isAlive,

    /** What `freshnessProbe` answered after everything that has been received; null while that cannot be relied on. */
    freshness: (): string | null => (isAlive() ? freshness : null),

    /** The id of the last event that was received, and how many seconds ago the last heartbeat came back, at most a day. */
    status: () => ({
      lastEvent: mark(),
      sinceHeartbeat: Math.min((performance.now() - lastHeartbeat) / 1_000, 86_400),
    }),

    /**
     * Resolves once the event `id` has been received, or `timeout` milliseconds have passed, or the database says
     * that there is no such event.
     */
    async waitForEvent(id: number, timeout = 3_000): Promise<void> {
      if (id <= mark()) return
      let timer: NodeJS.Timeout | undefined
      const waiter = { id, resolve: () => {} }
      const marked = new Promise<void>((resolve) => {
        waiter.resolve = resolve
        timer = setTimeout(resolve, timeout)
      })
      waiting.add(waiter)
      await Promise.race([marked, catchUp().catch(() => marked)])
      clearTimeout(timer)
      waiting.delete(waiter)
    },

    async close(): Promise<void> {
      isClosed = true
      clearInterval(ticker)
      const open = link
      link = null
      await open?.close()
    },
  }
}
