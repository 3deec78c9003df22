import { type Change, type Changes, createChanges, type Recording } from '@/lib/gateway/changes/changes'
import { type Limiter, TooBusyError } from '@/lib/rate-limit/limiter'
import type { Memory } from './memory'
import type { Page, Render, Rendered } from './rendered'

/** Only answers with these statuses, from renders without an error, are cached. */
const KEPT = new Set([200, 308, 404, 410])

/** A render raised an error, answered with one, or took too long. */
export class RenderFailedError extends Error {
  /** The error was logged where it was raised. */
  readonly isLogged: boolean

  constructor(rendered?: Rendered, options?: ErrorOptions) {
    super(rendered ? `a render answered ${rendered.status}` : 'a render gave no answer', options)
    this.isLogged = rendered?.failed ?? false
  }
}

export interface SharedPagesOptions {
  render: Render
  memory: Memory
  limiter: Limiter
  /** Whether changes are being received; while they are not, everything may have changed at any moment. */
  isListening: () => boolean
  /** How long one render may take, in milliseconds. */
  deadline: number
  /** The maximal age of bytes that are served when a render fails, in milliseconds. */
  oldest: number
  /** Called with failures that have not been logged yet. */
  onFailure: (error: RenderFailedError, key: string) => void
  /** Called with how each request was answered: from the cache, by a render, or with old bytes after a failed one. */
  onLook?: (met: 'hit' | 'miss' | 'old') => void
  /** Called with the seconds that each render took, failed ones included. */
  onRender?: (seconds: number) => void
}

type Attempt = { recording: Recording } & ({ page: Page } | { error: unknown })

/**
 * Pages that are the same for everybody. The invariant: no request is answered with bytes from before a change that was
 * received before the request, unless the render that should show the change fails; after a withholding, not even then.
 */
export function createSharedPages(options: SharedPagesOptions, changes: Changes = createChanges()) {
  const { memory } = options
  const inFlight = new Map<string, Promise<Attempt>>()

  /** Notes a change: pages with its tags are no longer fresh. */
  function note(change: Change): void {
    changes.note(change)
    memory.forget(change)
  }

  /** The page under a canonical key, if it is cached and fresh. */
  function remembered(key: string): Page | null {
    const fresh = options.isListening() ? memory.fresh(key) : null
    if (fresh) options.onLook?.('hit')
    return fresh
  }

  /** The page under a canonical key. Throws `TooBusyError` or `RenderFailedError`. */
  async function page(key: string): Promise<Page> {
    // The cache is bypassed: what a render gives now may be outdated by the next request.
    if (!options.isListening()) changes.note({ tags: 'everything', isWithholding: false })
    const asked = changes.now()
    const fresh = remembered(key)
    if (fresh) return fresh
    options.onLook?.('miss')
    // A render that began before a change may be waited for but not used; the next one began late enough. Only
    // withholdings during renders can require more than two attempts.
    for (let attempts = 0; attempts < 5; attempts += 1) {
      const attempt = await (inFlight.get(key) ?? begin(key)).catch((error) => ({ refused: error }))
      if ('refused' in attempt) {
        // Without a heartbeat nothing is fresh, and renders that hang without a database would block all others.
        const old = options.isListening() ? null : oldPage(key)
        if (old) return old
        throw attempt.refused
      }
      if (isTooEarly(attempt, asked)) continue
      if ('page' in attempt) return attempt.page
      const old = oldPage(key)
      if (old) return old
      throw attempt.error
    }
    throw new TooBusyError()
  }

  function oldPage(key: string): Page | null {
    const old = memory.old(key)
    if (!old || Date.now() - old.madeAt >= options.oldest) return null
    options.onLook?.('old')
    return old
  }

  function isTooEarly(attempt: Attempt, asked: number): boolean {
    // What a failed render would have read is unknown: any change may have removed the cause.
    if ('error' in attempt) return attempt.recording.hasChanged('everything', asked)
    const { tags } = attempt.page
    return attempt.recording.hasChanged(tags, asked) || attempt.recording.hasWithheld(tags)
  }

  function begin(key: string): Promise<Attempt> {
    const attempt = options.limiter.run(() => renderAndKeep(key)).finally(() => inFlight.delete(key))
    inFlight.set(key, attempt)
    return attempt
  }

  async function renderAndKeep(key: string): Promise<Attempt> {
    const recording = changes.record()
    const began = performance.now()
    try {
      const rendered = await options.render(key, AbortSignal.timeout(options.deadline))
      if (rendered.failed || rendered.status >= 500) throw new RenderFailedError(rendered)
      const { failed: _, ...finished } = rendered
      const page = { ...finished, madeAt: Date.now() }
      if (!KEPT.has(page.status)) memory.drop(key)
      else if (!recording.hasWithheld(page.tags)) memory.keep(key, page, !recording.hasChanged(page.tags))
      return { recording, page }
    } catch (error) {
      const isFailure = error instanceof RenderFailedError
      const failure = isFailure ? error : new RenderFailedError(undefined, { cause: error })
      if (!failure.isLogged) options.onFailure(failure, key)
      return { recording, error: failure }
    } finally {
      options.onRender?.((performance.now() - began) / 1_000)
      recording.stop()
    }
  }

  return { page, remembered, note }
}
