import { type Change, type Changes, createChanges, type Recording } from '@/lib/gateway/changes/changes'
import type { Reader } from '@/lib/progress/reader'
import { type Limiter, TooBusyError } from '@/lib/rate-limit/limiter'
import type { Memory } from './memory'
import type { Page, Render, Rendered } from './rendered'
import { createVariants, suits } from './variants'

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
  /** For renders of variants: however many there are, the pages for everybody get their turn. */
  variantLimiter: Limiter
  /** Whether changes are being received; while they are not, everything may have changed at any moment. */
  isListening: () => boolean
  /** How long one render may take, in milliseconds. */
  deadline: number
  /** The maximal age of bytes that are served when a render fails, in milliseconds. */
  oldest: number
  /** Called with failures that have not been logged yet. */
  onFailure: (error: RenderFailedError, key: string) => void
  /**
   * Called with how each request was answered: from the cache, by a render, or with old bytes after a failed one; and
   * whether its reader had said how far they are.
   */
  onLook?: (met: 'hit' | 'miss' | 'old', hasProgress: boolean) => void
  /** Called with the seconds that each render took, failed ones included. */
  onRender?: (seconds: number) => void
}

/** A render, and the progress of the reader whom it was made for. */
type Attempt = { recording: Recording; progress: string | undefined } & ({ page: Page } | { error: unknown })

/**
 * Pages that are the same for everybody, and variants of them that are the same for all readers at a place. Two
 * invariants: no request is answered with bytes from before a change that was received before the request, unless the
 * render that should show the change fails; after a withholding, not even then. And no reader gets bytes that were made
 * for another set of open places, as far as the page named any.
 */
export function createSharedPages(options: SharedPagesOptions, changes: Changes = createChanges()) {
  const { memory } = options
  const variants = createVariants(memory.drop)
  const inFlight = new Map<string, Promise<Attempt>>()

  const keyOf = (target: string, reader: Reader | null) => (reader ? variants.keyOf(target, reader) : target)

  /** Notes a change: pages with its tags are no longer fresh. */
  function note(change: Change): void {
    changes.note(change)
    memory.forget(change)
  }

  /** The page at a canonical target for a reader, if it is cached and fresh. */
  function remembered(target: string, reader: Reader | null = null): Page | null {
    const fresh = options.isListening() ? found(target, reader, memory.fresh) : null
    if (fresh) options.onLook?.('hit', reader !== null)
    return fresh
  }

  /** What is remembered that suits a reader: the page for everybody where it does, else their variant. */
  function found(target: string, reader: Reader | null, look: Memory['fresh' | 'old']): Page | null {
    const forEverybody = look(target)
    if (!reader || (forEverybody && suits(forEverybody, reader))) return forEverybody
    const variant = look(variants.keyOf(target, reader))
    return variant && suits(variant, reader) ? variant : null
  }

  /** The page at a canonical target for a reader. Throws `TooBusyError` or `RenderFailedError`. */
  async function page(target: string, reader: Reader | null = null): Promise<Page> {
    // The cache is bypassed: what a render gives now may be outdated by the next request.
    if (!options.isListening()) changes.note({ tags: 'everything', isWithholding: false })
    const asked = changes.now()
    const fresh = remembered(target, reader)
    if (fresh) return fresh
    options.onLook?.('miss', reader !== null)
    // The page for everybody tells what its variants depend on: often on nothing. So whoever invents any number of
    // places causes one render of a page that names none.
    if (reader && !variants.isKnown(target)) {
      const forEverybody = await made(target, null, asked)
      if (suits(forEverybody, reader)) return forEverybody
    }
    return made(target, reader, asked)
  }

  async function made(target: string, reader: Reader | null, asked: number): Promise<Page> {
    let isTheirOwn = false
    // A render that began before a change may be waited for but not used; the next one began late enough. Only
    // withholdings during renders can require more than two attempts.
    for (let attempts = 0; attempts < 5; ) {
      const key = isTheirOwn ? `${target}\n${reader?.progress}` : keyOf(target, reader)
      const attempt = await (inFlight.get(key) ?? begin(key, target, reader)).catch((error) => ({
        refused: error,
      }))
      if ('refused' in attempt) {
        // Without a heartbeat nothing is fresh, and renders that hang without a database would block all others.
        if (options.isListening()) throw attempt.refused
        return oldPageOr(attempt.refused, target, reader)
      }
      if (isTooEarly(attempt, asked)) attempts += 1
      else if ('page' in attempt) {
        if (attempt.progress === reader?.progress || suits(attempt.page, reader)) return attempt.page
        // Another reader's render turned out to name what tells the two apart.
        isTheirOwn = true
      } else return oldPageOr(attempt.error, target, reader)
    }
    throw new TooBusyError()
  }

  function oldPageOr(error: unknown, target: string, reader: Reader | null): Page {
    const old = oldPage(target, reader)
    if (old) return old
    throw error
  }

  function oldPage(target: string, reader: Reader | null): Page | null {
    const old = found(target, reader, memory.old)
    if (!old || Date.now() - old.madeAt >= options.oldest) return null
    options.onLook?.('old', reader !== null)
    return old
  }

  function isTooEarly(attempt: Attempt, asked: number): boolean {
    // What a failed render would have read is unknown: any change may have removed the cause.
    if ('error' in attempt) return attempt.recording.hasChanged('everything', asked)
    const { tags } = attempt.page
    return attempt.recording.hasChanged(tags, asked) || attempt.recording.hasWithheld(tags)
  }

  function begin(key: string, target: string, reader: Reader | null): Promise<Attempt> {
    const limiter = reader ? options.variantLimiter : options.limiter
    const attempt = limiter.run(() => renderAndKeep(target, reader)).finally(() => inFlight.delete(key))
    inFlight.set(key, attempt)
    return attempt
  }

  async function renderAndKeep(target: string, reader: Reader | null): Promise<Attempt> {
    const recording = changes.record()
    const began = performance.now()
    const progress = reader?.progress
    try {
      const rendered = await options.render(target, AbortSignal.timeout(options.deadline), reader)
      if (rendered.failed || rendered.status >= 500) throw new RenderFailedError(rendered)
      const { failed: _, ...finished } = rendered
      const page = { ...finished, madeAt: Date.now() }
      keep(target, reader, page, recording)
      return { recording, progress, page }
    } catch (error) {
      const isFailure = error instanceof RenderFailedError
      const failure = isFailure ? error : new RenderFailedError(undefined, { cause: error })
      if (!failure.isLogged) options.onFailure(failure, target)
      return { recording, progress, error: failure }
    } finally {
      options.onRender?.((performance.now() - began) / 1_000)
      recording.stop()
    }
  }

  function keep(target: string, reader: Reader | null, page: Page, recording: Recording): void {
    if (reader) variants.noteVariant(target, page)
    else variants.notePublic(target, page)
    const key = keyOf(target, reader)
    if (!KEPT.has(page.status)) memory.drop(key)
    else if (!recording.hasWithheld(page.tags)) {
      memory.keep(key, page, !recording.hasChanged(page.tags), reader !== null)
      if (reader) variants.noteKey(target, key)
    }
  }

  return { page, remembered, note }
}
