import type { ServerResponse } from 'node:http'
import { countedForModerators } from '@/db/events/notices'
import { SAFETY_HEADERS } from '@/lib/gateway/http/policy-headers'
import { logError } from '@/lib/log'
import type { LiveLimits } from './limits'
import type { Numbers, Told } from './numbers'

/** What became of asking for a stream: it stands open, nobody is signed in, or there are too many, or the database is away. */
export type Opened = 'open' | 'nobody' | 'too-many' | 'failed'

interface Stream {
  sessionId: string
  res: ServerResponse
  /** What was said last; null until it stands open. */
  last: Numbers | null
  opened: (how: Opened) => void
}

type LookUp = (sessionIds: readonly string[]) => Promise<Map<string, Numbers>>

const HEADERS = {
  ...SAFETY_HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  // No proxy may gather it, or compress it, which gathers it too.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * Keeps the streams that stand open, and says on them what changes. A notice only says whose numbers may have changed:
 * notices are gathered, and the sessions concerned looked up together, so that one event for a thousand readers is two
 * statements. The same look says whether a session is still open, and what its account may see.
 */
export function createStreams(lookUp: LookUp, limits: LiveLimits) {
  const streams = new Set<Stream>()
  /** Those that stand open. */
  const ofAccount = new Map<number, Set<Stream>>()
  /** To be looked up next, and those for whose look the database was just asked. */
  const due = new Set<Stream>()
  let lookedUp: Stream[] = []
  let looking: NodeJS.Timeout | 'now' | null = null
  let isClosed = false

  function look(after: number): void {
    if (due.size > 0 && looking === null && !isClosed) looking = setTimeout(lookNow, after)
  }

  async function lookNow(): Promise<void> {
    looking = 'now'
    // What becomes due meanwhile waits for the next look.
    lookedUp = [...due]
    due.clear()
    const isDone = await lookUpAll(lookedUp)
    lookedUp = []
    looking = null
    look(isDone ? limits.pause : limits.afterFailure)
  }

  async function lookUpAll(all: readonly Stream[]): Promise<boolean> {
    for (let at = 0; at < all.length; at += limits.atOnce) {
      const some = all.slice(at, at + limits.atOnce)
      try {
        const found = await lookUp([...new Set(some.map(({ sessionId }) => sessionId))])
        for (const stream of some) tell(stream, found.get(stream.sessionId) ?? null)
      } catch (error) {
        logError(error, { while: 'looking for live numbers' })
        // Those that stand open are looked up again; who waits to be let in comes back.
        for (const stream of all.slice(at))
          if (!stream.last) leave(stream, 'failed')
          else if (streams.has(stream)) due.add(stream)
        return false
      }
    }
    return true
  }

  function tell(stream: Stream, told: Told): void {
    if (!streams.has(stream)) return
    const isNew = stream.last === null
    if (!told) {
      if (!isNew) write(stream, null)
      leave(stream, 'nobody')
    } else if (isNew && (ofAccount.get(told.id)?.size ?? 0) >= limits.ofOneAccount) leave(stream, 'too-many')
    else {
      if (isNew) stream.res.writeHead(200, HEADERS)
      stream.last = told
      ofAccount.set(told.id, (ofAccount.get(told.id) ?? new Set()).add(stream))
      write(stream, told)
      stream.opened('open')
    }
  }

  const write = (stream: Stream, told: Told) => send(stream, `data: ${JSON.stringify(told)}\n\n`)

  function send(stream: Stream, text: string): void {
    const { res } = stream
    if (res.writableLength > limits.unread) res.destroy()
    else res.write(text)
  }

  /** Ends a stream; one that was not open yet says why not. */
  function leave(stream: Stream, how: Opened): void {
    if (!streams.delete(stream)) return
    due.delete(stream)
    stream.opened(how)
    if (!stream.last) return
    stream.res.end()
    const others = ofAccount.get(stream.last.id)
    others?.delete(stream)
    if (others?.size === 0) ofAccount.delete(stream.last.id)
  }

  function beat(): void {
    for (const stream of streams) if (stream.last) send(stream, ':\n\n')
  }

  function lookAgain(concerned: Iterable<Stream>): void {
    for (const stream of concerned) due.add(stream)
    // Who is not let in yet may have been looked up before this.
    for (const stream of lookedUp) if (!stream.last) due.add(stream)
    look(limits.gather)
  }

  const beating = setInterval(beat, limits.heartbeat).unref()
  const rechecking = setInterval(() => lookAgain(streams), limits.recheck).unref()

  return {
    count: () => streams.size,

    /** Opens a stream for a session on an answer of which nothing was sent; only an open one is answered. */
    open(sessionId: string, res: ServerResponse): Promise<Opened> {
      if (isClosed) return Promise.resolve('failed')
      if (streams.size >= limits.all) return Promise.resolve('too-many')
      return new Promise((opened) => {
        const stream: Stream = { sessionId, res, last: null, opened }
        streams.add(stream)
        res.once('close', () => leave(stream, 'nobody'))
        due.add(stream)
        look(limits.gather)
      })
    },

    /** Looks up whom a notice concerns; null concerns everybody. */
    notice(notice: string | null): void {
      if (notice === null) lookAgain(streams)
      else if ((countedForModerators as readonly string[]).includes(notice))
        lookAgain([...streams].filter(({ last }) => last && (last.waitingCount !== null || last.reports)))
      else for (const id of notice.split(',')) lookAgain(ofAccount.get(Number(id)) ?? [])
    },

    /** Ends all streams, and opens no more. */
    close(): void {
      isClosed = true
      clearInterval(beating)
      clearInterval(rechecking)
      if (typeof looking === 'object' && looking) clearTimeout(looking)
      for (const stream of streams) leave(stream, 'failed')
    },
  }
}
