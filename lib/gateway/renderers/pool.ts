import http from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logError } from '@/lib/log'
import { type Exchange, exchange } from './exchange'
import type { Answer, Renderer, StartRenderer } from './protocol'
import { makeSocketFolder } from './socket-folder'

/** So many renderers may die under one request before it is believed to be the cause. */
const MOST_DEATHS = 2

/** How long a place waits before it is filled again, in milliseconds: longer after each failure in a row. */
const PAUSES = [0, 250, 1_000, 3_000]
/** A renderer that ran for longer than this, in milliseconds, did not fail to start. */
const stableAfterMs = 10_000

/** How long it may take until the exit of a renderer whose answer broke off is noticed, in milliseconds. */
const exitDetectionMs = 5_000

/** How long a renderer may take to end in order, in milliseconds; then it is killed. */
const shutdownMs = 12_000

interface Place {
  /** What stands here now; none while one is being started. */
  renderer: { socketPath: string; agent: http.Agent; ended: Promise<unknown> } | null
  running: number
}

type FilledPlace = Place & { renderer: NonNullable<Place['renderer']> }
const isFilled = (place: Place): place is FilledPlace => place.renderer !== null

export type Pool = Awaited<ReturnType<typeof openPool>>

/**
 * Keeps `count` renderers alive, and gives each request to the one that has least to do. Who dies is replaced; what it
 * left unanswered is asked again when that can do no harm. Resolves when all have started; throws when one cannot.
 */
export async function openPool({ count, start }: { count: number; start: StartRenderer }) {
  const folder = await makeSocketFolder()
  const standing = new Set<Renderer>()
  const waiting = new Set<() => void>()
  const places: Place[] = Array.from({ length: count }, () => ({ renderer: null, running: 0 }))
  let started = 0
  let deaths = 0
  let isClosing = false

  async function fill(place: Place): Promise<void> {
    started += 1
    const renderer = await start(join(folder.path, `${started}.sock`))
    standing.add(renderer)
    const agent = new http.Agent({ keepAlive: true })
    place.renderer = { socketPath: renderer.socketPath, agent, ended: renderer.ended }
    for (const take of waiting) take()
    const since = performance.now()
    renderer.ended.then(() => {
      standing.delete(renderer)
      agent.destroy()
      place.renderer = null
      if (isClosing) return
      deaths += 1
      logError(new Error('a renderer ended by itself; another takes its place'), { renderers: count })
      void refill(place, performance.now() - since > stableAfterMs ? 0 : 1)
    })
  }

  async function refill(place: Place, failures: number): Promise<void> {
    await sleep(PAUSES[Math.min(failures, PAUSES.length - 1)], undefined, { ref: false })
    if (isClosing) return
    await fill(place).catch((error) => {
      logError(error, { while: 'starting a renderer' })
      return refill(place, failures + 1)
    })
  }

  /** Takes the place with least to do, as soon as there is one. Throws when `signal` aborts first. */
  async function takePlace(signal: AbortSignal): Promise<FilledPlace> {
    for (;;) {
      signal.throwIfAborted()
      const place = places.filter(isFilled).sort((a, b) => a.running - b.running)[0]
      if (place) {
        place.running += 1
        return place
      }
      await new Promise<void>((resolve) => {
        const take = () => {
          waiting.delete(take)
          resolve()
        }
        waiting.add(take)
        signal.addEventListener('abort', take, { once: true })
      })
    }
  }

  /**
   * The whole answer of one of them. A request that only reads is asked again when its renderer dies; any other only
   * when it cannot have arrived. Throws when it cannot be answered, or when its signal aborts.
   */
  async function ask(request: Exchange): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const place = await takePlace(request.signal)
      const { renderer } = place
      try {
        return await exchange(renderer, request)
      } catch (error) {
        if (request.signal.aborted || attempt >= MOST_DEATHS || !mayAskAgain(request, error)) throw error
        // It breaks off a moment before it is known to be dead: on a busy machine, a long one.
        await Promise.race([renderer.ended, sleep(exitDetectionMs, undefined, { signal: request.signal })])
        if (place.renderer === renderer) throw error
      } finally {
        place.running -= 1
      }
    }
  }

  async function close(): Promise<void> {
    isClosing = true
    await Promise.all([...standing].map((renderer) => renderer.end(shutdownMs)))
    for (const { renderer } of places) renderer?.agent.destroy()
    await folder.remove()
  }

  await Promise.all(places.map(fill)).catch(async (error) => {
    await close()
    throw error
  })

  return {
    ask,
    /** How many stand ready, and how many have died so far. */
    load: () => ({ ready: places.filter(isFilled).length, deaths }),
    /** Ends them all, when nothing is asked any more. */
    close,
  }
}

/** Codes of an attempt that never reached anybody. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOENT'])

function mayAskAgain({ method }: Exchange, error: unknown): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return error instanceof Error && 'code' in error && NEVER_ARRIVED.has(String(error.code))
}
