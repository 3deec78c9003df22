import { LRUCache } from 'lru-cache'
import type { Reader } from '@/lib/progress/reader'
import type { Page } from './rendered'

/** Of one address so many variants are remembered; the one made first is forgotten first. */
export const MOST_VARIANTS = 64
const MOST_ADDRESSES = 5_000

interface Known {
  /** What the page for everybody named, and together with that what its variants did. */
  namedByPublic: readonly string[]
  named: readonly string[]
  keys: Set<string>
}

/**
 * What is known of the variants of each address: by which questions about a reader they are told apart, and under which
 * keys they are remembered. It may be behind or wrong at any time: whether a page is right for a reader, the page itself
 * says (`suits`). `drop` forgets what is remembered under a key.
 */
export function createVariants(drop: (key: string) => void) {
  const addresses = new LRUCache<string, Known>({
    max: MOST_ADDRESSES,
    dispose: ({ keys }) => {
      for (const key of keys) drop(key)
    },
  })

  function of(target: string): Known {
    const known = addresses.get(target) ?? { namedByPublic: [], named: [], keys: new Set() }
    if (!addresses.has(target)) addresses.set(target, known)
    return known
  }

  return {
    /** Whether the page at this address was made at least once. */
    isKnown: (target: string): boolean => addresses.has(target),

    /** The key of the variant for a reader; no target has a line break. */
    keyOf: (target: string, reader: Reader): string =>
      `${target}\n${reader.answers(addresses.get(target)?.named ?? [])}`,

    /** Notes what the page for everybody named. */
    notePublic(target: string, { named }: Page): void {
      const known = of(target)
      if (String(known.namedByPublic) === String(named)) return
      known.namedByPublic = named
      known.named = named
    },

    /** Notes what a variant named. */
    noteVariant(target: string, { named }: Page): void {
      const known = of(target)
      if (named.every((name) => known.named.includes(name))) return
      known.named = [...new Set([...known.named, ...named])].sort()
    },

    /** Notes that a variant is remembered under this key. */
    noteKey(target: string, key: string): void {
      const { keys } = of(target)
      keys.delete(key)
      keys.add(key)
      const [first] = keys
      if (keys.size <= MOST_VARIANTS || first === undefined) return
      keys.delete(first)
      drop(first)
    },
  }
}

/** Whether a page's bytes are those for a reader: it named nothing, or what it named is the same for them. */
export const suits = ({ named, answers }: Page, reader: Reader | null): boolean =>
  reader === null || named.length === 0 || reader.answers(named) === answers
