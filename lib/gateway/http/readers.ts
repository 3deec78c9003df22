import { LRUCache } from 'lru-cache'
import { tags } from '@/lib/cache/tags'
import type { Change } from '@/lib/gateway/changes/changes'
import { parseProgress } from '@/lib/progress/progress'
import { type Place, type Reader, readerOf } from '@/lib/progress/reader'
import { wikiMark } from '@/lib/progress/wiki-id'

/** Reads all places of the wiki, as they are on the primary. */
export type LoadPlaces = () => Promise<readonly Place[]>

/** Readers at so many places are told apart without reading their cookie again. */
const MOST_REMEMBERED = 2_000
/** Without a heartbeat any change may have been missed: places are read again when they are older, in milliseconds. */
const OLDEST_UNHEARD = 1_000

interface Known {
  places: readonly Place[]
  readAt: number
  /** When the next place opens for everybody: then other places are open to readers as well. */
  until: number
  readers: LRUCache<string, { reader: Reader | null }>
}

export type Readers = ReturnType<typeof createReaders>

/**
 * Who reads, as far as their progress goes: what a cookie says, without everything that this wiki does not know. The
 * places are remembered until a change of them is received.
 */
export function createReaders(options: {
  secret: string
  loadPlaces: LoadPlaces
  isListening: () => boolean
}) {
  const wiki = wikiMark(options.secret)
  let known: Known | null = null
  let changes = 0

  async function read(): Promise<Known> {
    const before = changes
    const places = await options.loadPlaces()
    const now = Date.now()
    const openings = places.map(({ opensAt }) => opensAt?.getTime() ?? 0).filter((at) => at > now)
    const readers = new LRUCache<string, { reader: Reader | null }>({ max: MOST_REMEMBERED })
    const fresh = { places, readAt: now, until: Math.min(...openings), readers }
    if (before === changes) known = fresh
    return fresh
  }

  function current(): Known | null {
    if (!known || Date.now() >= known.until) return null
    return options.isListening() || Date.now() - known.readAt < OLDEST_UNHEARD ? known : null
  }

  function readerIn(cookie: string, { places, readers }: Known): Reader | null {
    const remembered = readers.get(cookie)
    if (remembered) return remembered.reader
    const progress = parseProgress(cookie, wiki)
    const reader = progress && readerOf(progress, places, new Date())
    readers.set(cookie, { reader })
    return reader
  }

  return {
    /** The reader of a cookie, null for none; undefined when the places must be read first. */
    remembered(cookie: string | undefined): Reader | null | undefined {
      if (!cookie) return null
      const now = current()
      return now ? readerIn(cookie, now) : undefined
    },

    /** The reader of a cookie; null for none, and for one that says nothing of this wiki. */
    async of(cookie: string | undefined): Promise<Reader | null> {
      if (!cookie || !parseProgress(cookie, wiki)) return null
      return readerIn(cookie, current() ?? (await read()))
    },

    /** Notes a change: the places may be others. */
    note({ tags: changed }: Change): void {
      if (changed !== 'everything' && !changed.includes(tags.places) && !changed.includes(tags.settings))
        return
      changes += 1
      known = null
    },
  }
}
