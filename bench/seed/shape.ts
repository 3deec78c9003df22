import { SPECIAL } from './special'

/** How large a wiki is to be. */
export interface Size {
  pages: number
  facts: number
  /** Edits of what is there already: the first revision of each page, fact and source comes on top. */
  revisions: number
  seed: number
}

export type Kind = 'page' | 'fact' | 'source'

/** An entry by its kind and its place among its kind, from 0; its number is one more. */
export interface Place {
  kind: Kind
  index: number
  id: number
}

/** Fewer pages than this have no room for what is out of the ordinary. */
export const FEWEST_PAGES = 200

/**
 * Where everything stands in a wiki of a size. Entries come into being page by page: a page's sources, the page, its facts;
 * so whatever names an entry of an earlier page names something that was there.
 */
export class Shape {
  readonly sources: number
  readonly entries: number
  /** How many times something is published. */
  readonly events: number
  readonly accounts: number

  constructor(readonly size: Size) {
    const { pages, facts, revisions } = size
    if (pages < FEWEST_PAGES || facts < pages)
      throw new Error(`at least ${FEWEST_PAGES} pages and as many facts`)
    this.sources = Math.floor(Math.max(pages / 2, facts / 10))
    this.entries = pages + facts + this.sources
    this.events = this.entries + revisions
    this.accounts = Math.min(20_000, Math.max(60, Math.floor(this.events / 100)))
  }

  /** How many sources, or facts, there are before those of page `page`. */
  sourcesBefore = (page: number) => Math.floor((page * this.sources) / this.size.pages)
  factsBefore = (page: number) => Math.floor((page * this.size.facts) / this.size.pages)

  private start = (page: number) => page + this.sourcesBefore(page) + this.factsBefore(page) + 1

  pageId = (page: number) => this.start(page) + this.sourcesBefore(page + 1) - this.sourcesBefore(page)

  sourceId(source: number): number {
    const page = this.pageOfSource(source)
    return this.start(page) + source - this.sourcesBefore(page)
  }

  factId(fact: number): number {
    const page = this.pageOfFact(fact)
    return this.pageId(page) + 1 + fact - this.factsBefore(page)
  }

  /** The page that a fact, or source, came with. */
  pageOfFact = (fact: number) => Math.ceil(((fact + 1) * this.size.pages) / this.size.facts) - 1
  pageOfSource = (source: number) => Math.ceil(((source + 1) * this.size.pages) / this.sources) - 1

  /** The place among the sources of the one with this id. */
  sourceOf(id: number): number {
    let [low, high] = [0, this.size.pages - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.start(middle) <= id) low = middle
      else high = middle - 1
    }
    return this.sourcesBefore(low) + id - this.start(low)
  }

  idOf(kind: Kind, index: number): number {
    if (kind === 'page') return this.pageId(index)
    return kind === 'fact' ? this.factId(index) : this.sourceId(index)
  }

  /** All entries in the order of their ids, in which they came into being. */
  *places(): Generator<Place> {
    let id = 1
    for (let page = 0; page < this.size.pages; page++) {
      for (let at = this.sourcesBefore(page); at < this.sourcesBefore(page + 1); at++)
        yield { kind: 'source', index: at, id: id++ }
      yield { kind: 'page', index: page, id: id++ }
      for (let at = this.factsBefore(page); at < this.factsBefore(page + 1); at++)
        yield { kind: 'fact', index: at, id: id++ }
    }
  }

  /** The first of the facts that may be about any of the pages out of the ordinary. */
  firstOrdinaryFact = () => this.factsBefore(SPECIAL.pages)

  /** The fact that is shown on many pages: about as many as can be, and listed by the others. */
  widelyShownFact = () => this.firstOrdinaryFact()

  /** Whether a page lists that fact. */
  listsWidelyShownFact(page: number): boolean {
    const first = SPECIAL.pages * 2
    const step = Math.max(1, Math.floor((this.size.pages - first) / SPECIAL.listing))
    return page >= first && (page - first) % step === 0 && (page - first) / step < SPECIAL.listing
  }

  /** How many revisions the page with the long history has: 10,000, or as many as a small wiki can bear. */
  longHistory = () => Math.max(2, Math.min(10_000, Math.floor(this.size.revisions / 10)))

  /** How many facts there are for one that names the page that most point at: 100,000 do, or every fourth in a small wiki. */
  factsForANaming = () => Math.floor(this.size.facts / Math.min(100_000, Math.ceil(this.size.facts / 4)))
}
