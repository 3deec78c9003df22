import {
  type CacheEventLink,
  type EventMark,
  type LinkListener,
  openCacheEventLink,
} from '@/db/postgres/cache-event-link'
import type { Position } from '@/db/postgres/position'
import { tagsOfToday } from '@/lib/cache/title-tag'
import type { Change } from '@/lib/gateway/changes/changes'
import { logError } from '@/lib/log'

export interface ListenerOptions {
  databaseUrl: string
  onChange: (change: Change) => void
  /** How often a beat goes round, in milliseconds. */
  beatEvery?: number
  /** After so long without one, nothing heard can be relied on. */
  silence?: number
  /** Whether anybody will ask for the position: there is a replica. */
  isPositionWanted?: boolean
}

export type Listener = Awaited<ReturnType<typeof startListener>>

/**
 * Hears of what changes, through a connection of its own, and knows whether it does: a beat goes through the database
 * and back each second. It listens first and only then has anything to rely on. When the connection was lost, what was
 * missed is read from the table; where the last event heard of no longer stands there, everything is forgotten. Ids of
 * events follow the order of commits, so one mark tells what has been heard.
 */
export async function startListener({ databaseUrl, onChange, ...options }: ListenerOptions) {
  const { beatEvery = 1_000, silence = 3_000, isPositionWanted = false } = options
  const waiting = new Set<{ id: number; resolve: () => void }>()
  let link: CacheEventLink | null = null
  let isConnecting = false
  let isClosed = false
  let isBeating = false
  let connectedAt = 0
  let lastBeat = Number.NEGATIVE_INFINITY
  let last: EventMark | null = null
  let position: Position | null = null

  const isAlive = () => link !== null && performance.now() - lastBeat < silence

  const mark = () => last?.id ?? 0

  function moveMark(event: EventMark | null): void {
    last = event
    for (const one of waiting) if (one.id <= mark()) one.resolve()
  }

  function lose(): void {
    const lost = link
    link = null
    lastBeat = Number.NEGATIVE_INFINITY
    void lost?.close()
  }

  async function connect(): Promise<void> {
    if (isConnecting || isClosed) return
    isConnecting = true
    try {
      let beatHeard = () => {}
      const firstBeat = new Promise<void>((resolve) => {
        beatHeard = resolve
      })
      const hearing: LinkListener = {
        onEvent: () => void catchUp().catch(() => {}),
        onBeat: () => {
          if (link !== fresh) return
          lastBeat = performance.now()
          beatHeard()
        },
        onLoss: () => link === fresh && lose(),
      }
      const fresh = await openCacheEventLink(databaseUrl, hearing, { isPositionWanted })
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
      position = newest.position
      if (goesOn) await catchUp()
      else {
        onChange({ tags: 'everything', isWithholding: true })
        moveMark(newest.event)
      }
      await beat()
      await Promise.race([firstBeat, new Promise((resolve) => setTimeout(resolve, beatEvery).unref())])
    } finally {
      isConnecting = false
    }
  }

  async function beat(): Promise<void> {
    if (isBeating || !link) return
    isBeating = true
    const beating = link
    await beating.beat().catch(() => link === beating && lose())
    isBeating = false
  }

  // A reading that has already begun may have begun too early for who asks now; so at most one more waits behind it.
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
    if (!reader) throw new Error('there is no connection to hear through')
    try {
      for (;;) {
        const { events, position: after } = await reader.eventsAfter(mark())
        if (link !== reader) throw new Error('the connection was lost')
        // Before anybody hears of them: a render that begins because of an event must be told to see it.
        position = after ?? position
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

  const timer = setInterval(() => {
    const now = performance.now()
    if (link && now - Math.max(lastBeat, connectedAt) > silence * 2) lose()
    if (link) void beat()
    else connect().catch((error) => logError(error, { while: 'listening for changes' }))
  }, beatEvery)
  await connect().catch((error) => logError(error, { while: 'listening for changes' }))

  return {
    /** Whether everything that was committed until a moment ago has been heard. */
    isAlive,

    /**
     * How far a replica must be to show everything that has been heard; `primary` while that cannot be relied on, or
     * is not known.
     */
    position: (): Position | 'primary' => (isAlive() && position) || 'primary',

    /** The last event that was heard of, and for how many seconds nothing has been heard at all. */
    heardSoFar: () => ({ event: mark(), silence: Math.min((performance.now() - lastBeat) / 1_000, 86_400) }),

    /**
     * Resolves once the event `id` has been heard, or `patience` milliseconds have passed, or the database says that
     * there is no such event.
     */
    async heard(id: number, patience = 3_000): Promise<void> {
      if (id <= mark()) return
      let timeout: NodeJS.Timeout | undefined
      const waiter = { id, resolve: () => {} }
      const marked = new Promise<void>((resolve) => {
        waiter.resolve = resolve
        timeout = setTimeout(resolve, patience)
      })
      waiting.add(waiter)
      await Promise.race([marked, catchUp().catch(() => marked)])
      clearTimeout(timeout)
      waiting.delete(waiter)
    },

    async close(): Promise<void> {
      isClosed = true
      clearInterval(timer)
      const open = link
      link = null
      await open?.close()
    },
  }
}
