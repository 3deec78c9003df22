import type { Reads } from '@/db/postgres/client'
import { findSameSource } from '@/lib/citations/same-source'
import { nameEntries } from '@/lib/entries/name-entries'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { sourceKeys } from '@/lib/kinds/source-keys'
import { nameOfSource } from '@/lib/kinds/source-name'
import { writersScope } from '@/lib/policy/policy'

/** A source that the wiki has; without a path one that stands in the list before. */
export interface Known {
  label: string
  path: string | null
}

interface Found {
  line: number
  source: SourceContent
}

/** Which of these sources the wiki has already, and those that are new, each once. */
export async function findKnown(
  db: Reads,
  found: readonly Found[],
): Promise<{ known: (Known & { line: number })[]; fresh: SourceContent[] }> {
  const ids = await Promise.all(found.map(({ source }) => findSameSource(writersScope, source, db)))
  const named = await nameEntries(
    db,
    writersScope,
    ids.flatMap((id) => id ?? []),
  )
  const names = new Map(named.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const known: (Known & { line: number })[] = []
  const fresh: SourceContent[] = []
  for (const [at, { line, source }] of found.entries()) {
    const name = names.get(ids[at] ?? 0)
    const keys = sourceKeys(source)
    if (keys.length === 0) keys.push(JSON.stringify(source))
    if (name) known.push({ line, label: name.label, path: name.path })
    else if (keys.some((key) => seen.has(key))) known.push({ line, label: nameOfSource(source), path: null })
    else fresh.push(source)
    for (const key of keys) seen.add(key)
  }
  return { known, fresh }
}
