import { findEntryNames } from '@/db/entries/titles'
import type { Queryable } from '@/db/postgres/client'
import { findInfoboxFields, findPageKinds } from '@/db/wiki/page-kinds'
import type { DiffLabels } from '@/lib/content/diff-tokens'
import { referencesOf } from '@/lib/content/references'
import { entryIdsAmong } from '@/lib/content/temporary-id'
import { called } from '@/lib/entries/called'
import { type EntryContent, kindOf } from '@/lib/kinds/registry'
import type { ReadScope } from '@/lib/policy/policy'

/**
 * What everything that these contents point at is called, for `diffContents`. What was deleted has no name here; what is
 * new in a changeset gets its name from `made` (by its temporary id).
 */
export async function findDiffLabels(
  db: Queryable,
  within: ReadScope,
  contents: readonly EntryContent[],
  made: ReadonlyMap<number, string> = new Map(),
): Promise<DiffLabels> {
  const ids = new Set(
    contents.flatMap(({ kind, content }) => referencesOf(kindOf(kind), content).map(({ to }) => to)),
  )
  const pageKinds = [
    ...new Set(contents.flatMap(({ kind, content }) => kindOf(kind).pageKind(content) ?? [])),
  ]
  const [names, kinds, fields] = await Promise.all([
    findEntryNames(db, within, entryIdsAmong(ids)),
    pageKinds.length ? findPageKinds(db) : [],
    findInfoboxFields(db, pageKinds),
  ])
  const shown = names.filter((name) => !name.isDeleted)
  return {
    entries: new Map([...made, ...shown.map((row) => [row.id, called(row)] as const)]),
    infobox: new Map(fields.map(({ key, label }) => [key, label])),
    kinds: new Map(kinds.map(({ key, name }) => [key, name])),
  }
}
