import type { Change } from '@/lib/gateway/changes/changes'
import { createSegment } from '@/lib/gateway/http/segment'
import { CODINGS, type Page } from './rendered'

export interface MemoryLimits {
  /** For pages, in bytes. */
  bytes: number
  /** For missing pages, whose addresses anybody can invent without end. */
  missingBytes: number
}

interface Remembered {
  page: Page
  /** Nothing that it was made from has changed since. */
  isFresh: boolean
  generation: number
}

export type Memory = ReturnType<typeof createMemory>

/**
 * The finished pages, bounded by bytes, the least recently used out first, missing pages in a small segment of their
 * own. Forgets by what was read: a changed page stays as *old*, to be shown only when its new render fails; after a
 * withholding nothing stays.
 */
export function createMemory(limits: MemoryLimits) {
  const keysByTag = new Map<string, Set<string>>()
  const pages = createSegment<Remembered>(limits.bytes, unlink)
  const missing = createSegment<Remembered>(limits.missingBytes, unlink)
  let generation = 0

  function unlink(key: string, { page }: Remembered): void {
    for (const tag of page.tags) {
      const keys = keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysByTag.delete(tag)
    }
  }

  function drop(key: string): void {
    pages.delete(key)
    missing.delete(key)
  }

  return {
    /** The page, when it may be shown as it is. */
    fresh(key: string): Page | null {
      const found = pages.get(key) ?? missing.get(key)
      if (!found?.isFresh || found.generation !== generation) return null
      if (found.page.expiresAt !== null && found.page.expiresAt <= Date.now()) return null
      return found.page
    },

    /** The page however old it is: for when a new one cannot be made. */
    old(key: string): Page | null {
      return (pages.get(key) ?? missing.get(key))?.page ?? null
    },

    /** Remembers a page in the place of what was there. Not fresh: something changed while it was being made. */
    keep(key: string, page: Page, isFresh: boolean): void {
      drop(key)
      for (const tag of page.tags) {
        const keys = keysByTag.get(tag)
        if (keys) keys.add(key)
        else keysByTag.set(tag, new Set([key]))
      }
      const segment = page.status === 404 || page.status === 410 ? missing : pages
      const remembered = { page, isFresh, generation }
      if (!segment.set(key, remembered, weight(key, page))) unlink(key, remembered)
    },

    drop,

    /** Forgets what rests on what has changed. */
    forget({ tags, isWithholding }: Change): void {
      if (tags === 'everything') {
        generation += 1
        if (isWithholding) for (const segment of [pages, missing]) segment.clear()
        return
      }
      for (const key of new Set(tags.flatMap((tag) => [...(keysByTag.get(tag) ?? [])]))) {
        const found = pages.get(key) ?? missing.get(key)
        if (isWithholding) drop(key)
        else if (found) found.isFresh = false
      }
    },

    /** How much is remembered. */
    size: () => ({
      bytes: pages.bytes() + missing.bytes(),
      pages: pages.count() + missing.count(),
      tags: keysByTag.size,
    }),
  }
}

/** Bytes, with what the bookkeeping of one page takes, roughly. */
function weight(key: string, page: Page): number {
  const headers = Object.entries(page.headers).flat().join('').length
  const bodies = CODINGS.reduce((sum, coding) => sum + (page.bodies[coding]?.byteLength ?? 0), 0)
  return bodies + headers + page.tags.length * 100 + key.length * 2 + 500
}
