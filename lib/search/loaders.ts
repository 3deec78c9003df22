import { reads } from '@/db/postgres/client'
import { findSearchMatches } from '@/db/search/search'
import { entryPath } from '@/lib/entries/paths'
import type { Parameter } from '@/lib/input/address'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import { publicScope } from '@/lib/policy/policy'
import { titleKey } from '@/lib/titles/title'
import { type Piece, piecesOf } from './snippet'

export const MOST_HITS = 40
const LONGEST_QUERY = 200

export interface Hit {
  kind: ContentKind
  label: string
  path: string
  /** Another title of the page, by which it was found. */
  alias: string | null
  pieces: Piece[]
}

export interface Found {
  /** The query, trimmed and bounded; empty when nothing was asked. */
  query: string
  hits: Hit[]
  /** Very many entries match: the hits are the best of the oldest ones. */
  isOfMany: boolean
}

/** The query in the parameter `q`, trimmed and bounded; the first of several counts, empty for none. */
export function queryOf(q: Parameter): string {
  const words = q
    ?.slice(0, LONGEST_QUERY * 2)
    .normalize('NFC')
    .slice(0, LONGEST_QUERY)
  return words?.toWellFormed().trim() ?? ''
}

/** The entries that match the query in the parameter `q`. */
export async function searchFor(q: Parameter): Promise<Found> {
  const query = queryOf(q)
  if (query === '') return { query, hits: [], isOfMany: false }
  const { hits, isOfMany } = await findSearchMatches(
    reads(),
    publicScope,
    { query, key: titleKey(query) },
    MOST_HITS,
  )
  return {
    query,
    isOfMany,
    hits: hits.map((hit) => ({
      kind: hit.kind,
      label: hit.label,
      path: entryPath(hit),
      alias: hit.alias,
      // The label of what has no title is its own text: do not repeat it.
      pieces: kindOf(hit.kind).isTitled ? piecesOf(hit.snippet) : [],
    })),
  }
}
