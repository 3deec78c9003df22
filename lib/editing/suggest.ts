import { reads } from '@/db/client'
import { findSuggestions } from '@/db/queries/suggest'
import { contentKinds } from '@/lib/content/content'
import { isStorable } from '@/lib/content/plain'
import type { ReadScope } from '@/lib/policy/policy'
import { titleKey } from '@/lib/titles/title'
import { namedOf } from './name-entries'
import type { Named } from './named'

const MOST = 10
const LONGEST = 200

/**
 * What the wiki has that is called like `text`, at most 10, of the kinds named (comma-separated; unknown ones are
 * passed over, none means all). Nothing for a text that is empty, longer than 200, or no text at all.
 */
export async function suggest(within: ReadScope, text: string, wanted: string | null): Promise<Named[]> {
  const query = text.trim()
  if (query === '' || query.length > LONGEST || !isStorable(query)) return []
  const names = wanted?.split(',') ?? []
  const asked = contentKinds.filter((kind) => names.length === 0 || names.includes(kind))
  if (asked.length === 0) return []
  const rows = await findSuggestions(reads(), within, { text: query, key: titleKey(query) }, asked, MOST)
  return rows.flatMap((row) => namedOf(row, row.pageKind ?? row.publisher) ?? [])
}
