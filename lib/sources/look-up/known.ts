import { countBacklinks } from '@/db/links/backlinks'
import { reads } from '@/db/postgres/client'
import { findSources } from '@/db/sources/sources'
import { recordOfRow } from '@/lib/citations/records'
import { findSameSource } from '@/lib/citations/same-source'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { ReadScope } from '@/lib/policy/policy'

/** A source that is here already. */
export interface KnownSource {
  id: number
  number: number
  path: string
  label: string
  /** How much rests on it. */
  uses: number
}

/** What a source is known by. */
export type Identity = Pick<SourceContent, 'url' | 'doi' | 'isbn'>

/** The source that is here already, by its address or number; null when there is none. */
export async function findKnown(within: ReadScope, identity: Identity): Promise<KnownSource | null> {
  const id = await findSameSource(within, identity)
  const [row] = id === null ? [] : await findSources(reads(), within, [id])
  if (!row) return null
  const { number, path, title } = recordOfRow(row)
  return { id: row.id, number, path, label: title, uses: await usesOf(within, row.id) }
}

/** No more are counted. */
const MOST_COUNTED = 1_000

async function usesOf(within: ReadScope, toId: number): Promise<number> {
  const { counts } = await countBacklinks(reads(), within, { toId }, MOST_COUNTED)
  return Math.min(counts.get('cites') ?? 0, MOST_COUNTED)
}
