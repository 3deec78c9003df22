import { cache } from 'react'
import { reads } from '@/db/client'
import {
  countFactsByStanding,
  findFactByNumber,
  findFactsOfStanding,
  findNewestFacts,
} from '@/db/queries/facts'
import { findHeadByNumber, type ShownHead } from '@/db/queries/pages'
import type { Standing } from '@/db/schema/links'
import { tags } from '@/lib/cache/tags'
import { nothingHere, touch } from '@/lib/cache/touched'
import { lineSteps, pagesNamed } from '@/lib/content/walk'
import { numberOfAddress } from '@/lib/entries/addresses'
import { stretchOf } from '@/lib/entries/paging'
import { touchHead } from '@/lib/entries/touch-head'
import { publicScope } from '@/lib/policy/policy'
import { loadRecords, type Records } from '@/lib/sources/records'
import { loadNames, type Name, type Names } from '@/lib/titles/names'
import { citedBy, type OpenFact, openCardOf, placeOf, readFact } from './card'
import { type Deck, loadDeck } from './deck'
import type { FactContent } from './schema'
import { isStanding } from './standing'

const ON_A_PAGE = 50

/** A fact's own page. */
export interface FactView {
  card: OpenFact
  content: FactContent
  about: Name[]
  /** Where the fact tells something from: null for nowhere, `''` for a place nobody knows yet. */
  gate: string | null
  names: Names
  records: Records
  head: ShownHead
}

/** The fact whose address ends in `segment`; null when there is none that everybody may read. */
export const loadFact = cache(async (segment: string): Promise<FactView | null> => {
  const number = numberOfAddress(segment)
  if (number === null) return nothingHere()
  const [row, head] = await Promise.all([
    findFactByNumber(reads(), publicScope, number),
    findHeadByNumber(reads(), publicScope, 'fact', number),
  ])
  if (!row || !head) {
    touch(tags.recent)
    return nothingHere()
  }
  touchHead(head)
  const open = readFact(row)
  const { content } = open
  const gatePage = content.gate.kind === 'place' ? [content.gate.page] : []
  const [names, records] = await Promise.all([
    loadNames([
      ...content.about,
      ...(content.speaker ? [content.speaker] : []),
      ...gatePage,
      ...pagesNamed([...lineSteps(content.statement)]),
    ]),
    loadRecords(citedBy({ row, content: { ...content, gate: { kind: 'none' } } })),
  ])
  return {
    card: openCardOf(open, names, records),
    content,
    about: content.about.flatMap((id) => names.get(id) ?? []),
    gate: content.gate.kind === 'none' ? null : (placeOf(content.gate, names) ?? ''),
    names,
    records,
    head,
  }
})

export interface FactList extends Deck {
  standing: Standing | null
  counts: ReadonlyMap<Standing, number>
  /** Where the next page of the list begins; null at its end. */
  next: number | null
  isFirst: boolean
}

/** Facts, newest first, or those of one standing as they changed last; from the fact `after` on. */
export async function loadFactList(query: { standing?: unknown; after?: unknown }): Promise<FactList> {
  const standing = isStanding(query.standing) ? query.standing : null
  const after = numberOfAddress(query.after)
  touch(tags.recent, tags.standings)
  const [rows, counts] = await Promise.all([
    standing
      ? findFactsOfStanding(reads(), publicScope, standing, after, ON_A_PAGE + 1)
      : findNewestFacts(reads(), publicScope, after, ON_A_PAGE + 1),
    countFactsByStanding(reads()),
  ])
  const { shown, next } = stretchOf(rows, ON_A_PAGE, (row) => row.number)
  return {
    ...(await loadDeck(shown)),
    standing,
    counts,
    next,
    isFirst: after === null,
  }
}
