import { findMergedInto } from '@/db/entries/merges'
import { reads } from '@/db/postgres/client'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import type { Linked } from './acts'
import { historyPath } from './paths'

/** The most that are named which were merged into one entry. */
const MOST_NAMED = 20

/** The histories of what was merged into an entry. */
export async function historiesMergedInto(id: number, kind: ContentKind): Promise<Linked[]> {
  const { joined, texts } = kindOf(kind)
  if (!joined) return []
  const merged = await findMergedInto(reads(), id, MOST_NAMED)
  return merged.map(({ number }) => ({
    label: texts().numbered(number),
    path: historyPath({ kind, number, label: '' }),
  }))
}
