import { entryPath, historyPath } from '@/lib/entries/paths'
import { kindOf, titleOf } from './kinds'
import { PEOPLE } from './people'
import { randomOf } from './random'
import type { Kind, Shape, Size } from './shape'
import { SPECIAL } from './special'
import type { Heads } from './timeline'
import { searchedWords } from './words'
import { isDeleted } from './write-entries'
import type { TalkManifest } from './write-talk'

/** An entry that somebody may want to look at. */
export interface Sight {
  id: number
  kind: Kind
  number: number
  /** Where it is read, and its history. */
  path: string
  historyPath: string
  /** The number of its head, and the ids of its first revision and its last. */
  head: number
  firstRevision: number
  lastRevision: number
}

/** What a made-up wiki has, and where what is out of the ordinary stands. */
export interface Manifest {
  size: Size
  /** The moment of the last edit, ISO 8601. */
  until: string
  entries: number
  sources: number
  accounts: number
  /** All revisions, the first of each entry among them. */
  allRevisions: number
  /** 24 facts, each with its sources. */
  standard: Sight
  /** Some hundred facts each. */
  hot: Sight[]
  manyFacts: Sight
  longHistory: Sight
  mostLinked: Sight
  /** The category that half of all pages are in. */
  category: Sight
  /** The fact that stands on 1,000 pages. */
  widelyShown: Sight
  /** The source that one fact in fifty cites. */
  mostCited: Sight
  /** The account of one edit in ten. */
  busyAccount: number
  /** Entries chosen evenly, none of them deleted: so many of each kind. */
  samples: Record<Kind, Sight[]>
  /** Words that are met very often, now and then, and hardly ever; titles of pages. */
  words: typeof searchedWords & { titles: string[] }
  /** Missing in a wiki that was made before talk was: `npm run bench:seed -- talk` adds it. */
  talk?: TalkManifest
}

const SAMPLES = 200

/** Says what there is in a wiki of this shape. */
export function manifestOf(shape: Shape, heads: Heads, until: Date): Manifest {
  const sight = (kind: Kind, index: number): Sight => {
    const id = shape.idOf(kind, index)
    const address = { kind, number: index + 1, label: kind === 'page' ? titleOf(index) : '' }
    return {
      ...{ id, kind, number: index + 1 },
      ...{ path: entryPath(address), historyPath: historyPath(address) },
      ...{
        head: heads.number[id] ?? 0,
        firstRevision: heads.first[id] ?? 0,
        lastRevision: heads.last[id] ?? 0,
      },
    }
  }
  const samples = (kind: Kind, count: number): Sight[] => {
    const random = randomOf(shape.size.seed, 10, count)
    const chosen = Array.from({ length: SAMPLES * 2 }, () => random.upTo(count))
    const shown = [...new Set(chosen)].filter((index) => {
      return !isDeleted(shape, { kind, index, id: shape.idOf(kind, index) })
    })
    return shown.slice(0, SAMPLES).map((index) => sight(kind, index))
  }
  const pages = samples('page', shape.size.pages)
  return {
    ...{ size: shape.size, until: until.toISOString(), entries: shape.entries, sources: shape.sources },
    ...{ accounts: shape.accounts, allRevisions: shape.events },
    standard: sight('page', SPECIAL.standard),
    hot: SPECIAL.hot.map((page) => sight('page', page)),
    manyFacts: sight('page', SPECIAL.manyFacts),
    longHistory: sight('page', SPECIAL.longHistory),
    mostLinked: sight('page', SPECIAL.mostLinked),
    category: sight('page', SPECIAL.category),
    widelyShown: sight('fact', shape.widelyShownFact()),
    mostCited: sight('source', 0),
    busyAccount: PEOPLE.busy,
    samples: {
      page: pages,
      fact: samples('fact', shape.size.facts),
      source: samples('source', shape.sources),
    },
    words: {
      ...searchedWords,
      titles: pages
        .filter(({ number }) => kindOf(number - 1) !== 'category')
        .map(({ number }) => titleOf(number - 1)),
    },
  }
}
