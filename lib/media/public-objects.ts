import { LRUCache } from 'lru-cache'
import { findServed, type ServedObject } from '@/db/files/serving'
import { primary } from '@/db/postgres/client'
import { tags } from '@/lib/cache/tags'
import { type Change, createChanges } from '@/lib/gateway/changes/changes'
import { loadOpenings } from '@/lib/places/loaders'
import type { Limiter } from '@/lib/rate-limit/limiter'

const MOST = 20_000

const tagsOf = (sha256: string, { entryIds }: ServedObject) => [
  tags.object(sha256),
  tags.places,
  ...entryIds.map(tags.entry),
]

/**
 * Remembers which objects everybody sees, until anything changes that they depend on: their files, and the sizes that
 * there are. What not everybody sees is never remembered.
 */
export function createPublicObjects(limiter: Limiter) {
  const changes = createChanges()
  const shown = new LRUCache<string, ServedObject>({
    max: MOST,
    dispose: (object, sha256) => unlink(sha256, object),
  })
  const byTag = new Map<string, Set<string>>()
  const looking = new Map<string, Promise<ServedObject | null>>()

  function unlink(sha256: string, object: ServedObject): void {
    for (const tag of tagsOf(sha256, object)) {
      const named = byTag.get(tag)
      named?.delete(sha256)
      if (named?.size === 0) byTag.delete(tag)
    }
  }

  function keep(sha256: string, object: ServedObject): void {
    shown.set(sha256, object)
    for (const tag of tagsOf(sha256, object)) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(sha256))
  }

  async function lookNow(sha256: string): Promise<ServedObject | null> {
    const recording = changes.record()
    try {
      const found = await limiter.run(async () => {
        const { scope } = await loadOpenings()
        return findServed(primary(), scope, sha256)
      })
      if (found?.isShown && !recording.hasChanged(tagsOf(sha256, found))) keep(sha256, found)
      return found
    } finally {
      recording.stop()
    }
  }

  return {
    /** An object that everybody sees, if that is remembered. */
    remembered: (sha256: string): ServedObject | null => shown.get(sha256) ?? null,

    /** Looks an object up, once for all who ask at the same time. Throws `TooBusyError`. */
    look(sha256: string): Promise<ServedObject | null> {
      const running = looking.get(sha256)
      if (running) return running
      const looked = lookNow(sha256).finally(() => {
        if (looking.get(sha256) === looked) looking.delete(sha256)
      })
      looking.set(sha256, looked)
      return looked
    },

    /** Forgets what has changed; a look that has begun before is for nobody who asks from now on. */
    note(change: Change): void {
      changes.note(change)
      looking.clear()
      if (change.tags === 'everything') shown.clear()
      else
        for (const tag of change.tags) for (const sha256 of [...(byTag.get(tag) ?? [])]) shown.delete(sha256)
    },
  }
}
