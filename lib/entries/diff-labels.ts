import { findEntryNames } from '@/db/entries/titles'
import { findObjects } from '@/db/files/objects'
import type { Queryable } from '@/db/postgres/client'
import { findInfoboxFields, findPageKinds } from '@/db/wiki/page-kinds'
import type { DiffLabels } from '@/lib/content/diff-tokens'
import { fieldsOf } from '@/lib/content/fields'
import { referencesOf } from '@/lib/content/references'
import { entryIdsAmong } from '@/lib/content/temporary-id'
import { called } from '@/lib/entries/called'
import { type EntryContent, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ReadScope } from '@/lib/policy/policy'
import { fieldWords } from './field-words'
import { entryPath } from './paths'

/**
 * What everything that these contents point at is called, for `diffContents`. What was deleted has no name here; what is
 * new in a changeset gets its name from `made` (by its temporary id). Infobox fields are called and read as the last
 * content's kind of page and language have it, else as an earlier one's.
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
  const [names, kinds, fields, objects] = await Promise.all([
    findEntryNames(db, within, entryIdsAmong(ids)),
    pageKinds.length ? findPageKinds(db) : [],
    findInfoboxFields(db, pageKinds),
    findObjects(db, [...new Set(contents.flatMap(picturesIn))]),
  ])
  const shown = names.filter((name) => !name.isDeleted).map((row) => ({ ...row, label: called(row) }))
  const named = new Map(shown.map((row) => [row.id, { label: row.label, path: entryPath(row) }]))
  const language = languageOf(contents)
  const inOrder = pageKinds.flatMap((kind) => fields.filter((field) => field.kind === kind))
  return {
    entries: new Map([...made, ...shown.map((row) => [row.id, row.label] as const)]),
    infobox: new Map(inOrder.map((field) => [field.key, fieldWords(field, language, named)])),
    kinds: new Map(kinds.map(({ key, name }) => [key, name])),
    objects: new Map(objects.map((object) => [object.sha256, object])),
  }
}

/** The stored objects of an entry's pictures. */
const picturesIn = ({ kind, content }: EntryContent): string[] =>
  fieldsOf(kindOf(kind)).flatMap(([name, { differs }]) =>
    differs === 'picture' ? String(content[name as keyof typeof content]) : [],
  )

const languageOf = (contents: readonly EntryContent[]) =>
  contents.map(({ kind, content }) => kindOf(kind).language?.(content)).findLast((language) => language) ??
  messages().language.tag

/** What the infobox fields of these contents are called, by key. */
export const infoboxNames = ({ infobox }: Pick<DiffLabels, 'infobox'>): Record<string, string> =>
  Object.fromEntries([...infobox].map(([key, { label }]) => [key, label]))
