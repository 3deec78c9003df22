import { LRUCache } from 'lru-cache'
import type { Change } from '@/lib/gateway/changes/changes'
import { CODINGS, type Page } from './rendered'

export interface MemoryLimits {
  /** For pages, in bytes. */
  bytes: number
  /** For missing pages: anybody can invent any number of their addresses. */
  missingBytes: number
  /** For pages as readers at some place see them, who can name any number of places. */
  variantBytes: number
}

interface Remembered {
  page: Page
  /** Nothing that it was rendered from has changed since. */
  isFresh: boolean
  generation: number
}

export type Memory = ReturnType<typeof createMemory>

/**
 * The cache of finished pages, bounded by bytes; the least recently used are evicted first. Missing pages and variants
 * have segments of their own, so that they evict no other page. Invalidated by tags: a changed page stays as *old*, served only when its new render fails; after
 * a withholding nothing stays.
 */
export function createMemory(limits: MemoryLimits) {
  const keysByTag = new Map<string, Set<string>>()
  const pages = segmentOf(limits.bytes)
  const missing = segmentOf(limits.missingBytes)
  const variants = segmentOf(limits.variantBytes)
  const segments = [pages, missing, variants]
  let generation = 0

  /** No page may take more than an eighth of the bytes; with 0 bytes nothing is kept. */
  function segmentOf(bytes: number) {
    const maxSize = Math.max(1, bytes)
    const dispose = (remembered: Remembered, key: string) => unlink(key, remembered)
    return new LRUCache<string, Remembered>({ maxSize, maxEntrySize: Math.ceil(maxSize / 8), dispose })
  }

  function unlink(key: string, { page }: Remembered): void {
    for (const tag of page.tags) {
      const keys = keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysByTag.delete(tag)
    }
  }

  function drop(key: string): void {
    for (const segment of segments) segment.delete(key)
  }

  function get(key: string): Remembered | undefined {
    return pages.get(key) ?? missing.get(key) ?? variants.get(key)
  }

  return {
    /** The page, if it is fresh and has not expired; otherwise null. */
    fresh(key: string): Page | null {
      const found = get(key)
      if (!found?.isFresh || found.generation !== generation) return null
      if (found.page.expiresAt !== null && found.page.expiresAt <= Date.now()) return null
      return found.page
    },

    /** The page, however old: for when it cannot be rendered anew. */
    old(key: string): Page | null {
      return get(key)?.page ?? null
    },

    /** Stores a page, replacing an earlier one. It is not fresh when something changed while it was rendered. */
    keep(key: string, page: Page, isFresh: boolean, isVariant = false): void {
      drop(key)
      for (const tag of page.tags) {
        const keys = keysByTag.get(tag)
        if (keys) keys.add(key)
        else keysByTag.set(tag, new Set([key]))
      }
      const isMissing = page.status === 404 || page.status === 410
      const segment = isVariant ? variants : isMissing ? missing : pages
      const remembered = { page, isFresh, generation }
      segment.set(key, remembered, { size: weight(key, page) })
      if (!segment.has(key)) unlink(key, remembered)
    },

    drop,

    /** Invalidates every page with one of the changed tags. */
    forget({ tags, isWithholding }: Change): void {
      if (tags === 'everything') {
        generation += 1
        if (isWithholding) for (const segment of segments) segment.clear()
        return
      }
      for (const key of new Set(tags.flatMap((tag) => [...(keysByTag.get(tag) ?? [])]))) {
        const found = get(key)
        if (isWithholding) drop(key)
        else if (found) found.isFresh = false
      }
    },

    /** How much is stored. */
    size: () => ({
      bytes: segments.reduce((sum, { calculatedSize }) => sum + calculatedSize, 0),
      pages: segments.reduce((sum, { size }) => sum + size, 0),
      tags: keysByTag.size,
    }),
  }
}

/** Bytes, including roughly what the bookkeeping of one page takes. */
function weight(key: string, page: Page): number {
  const headers = Object.entries(page.headers).flat().join('').length
  const bodies = CODINGS.reduce((sum, coding) => sum + (page.bodies[coding]?.byteLength ?? 0), 0)
  return bodies + headers + page.tags.length * 100 + key.length * 2 + 500
}
