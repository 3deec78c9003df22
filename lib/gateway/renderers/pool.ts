import http from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logError } from '@/lib/log'
import { type Exchange, exchange } from './exchange'
import type { Answer, Renderer, StartRenderer } from './protocol'
import { makeSocketFolder } from './socket-folder'

/** How many renderers may end during one request before the request is taken for the cause. */
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
  /** The running renderer; null while one is being started. */
  renderer: { socketPath: string; agent: http.Agent; ended: Promise<unknown> } | null
  running: number
}

type FilledPlace = Place & { renderer: NonNullable<Place['renderer']> }
const isFilled = (place: Place): place is FilledPlace => place.renderer !== null

export type Pool = Awaited<ReturnType<typeof openPool>>

/**
 * Keeps `count` renderers running, and gives each request to the one with the fewest. One that ends is replaced; its
 * unanswered requests are repeated when that is safe. Resolves when all have started; throws when one cannot.
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

  /** Takes the place with the fewest requests, as soon as one is filled. Throws when `signal` aborts first. */
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
   * The whole answer of a renderer. A request that only reads is repeated when its renderer ends; any other only when it
   * cannot have arrived. Throws when it cannot be answered, or when its signal aborts.
   */
  async function ask(request: Exchange): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const place = await takePlace(request.signal)
      const { renderer } = place
      try {
        return await exchange(renderer, request)
      } catch (error) {
        if (request.signal.aborted || attempt >= MOST_DEATHS || !mayAskAgain(request, error)) throw error
        // The answer breaks off before the exit is noticed: on a busy machine, long before.
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
    /** How many are ready, and how many have ended by themselves so far. */
    load: () => ({ ready: places.filter(isFilled).length, deaths }),
    /** Ends all renderers; to be called when no request is pending. */
    close,
  }
}

/** Error codes of requests that never arrived. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOENT'])

function mayAskAgain({ method }: Exchange, error: unknown): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return error instanceof Error && 'code' in error && NEVER_ARRIVED.has(String(error.code))
}
