import type { EntryKind } from '@/db/entries/schema'
import { fieldsOf } from '@/lib/content/fields'
import { allKinds } from './all'
import type { Kind } from './kind'

export type ContentKind = EntryKind

/** The content of each kind of entry that people write. */
export type ContentOf = {
  [K in ContentKind]: (typeof allKinds)[K] extends Kind<infer C> ? C : never
}

/** An entry's content together with its kind. */
export type EntryContent = { [K in ContentKind]: { kind: K; content: ContentOf[K] } }[ContentKind]

export type AnyContent = ContentOf[ContentKind]

/** The names of all kinds, in the order in which they are offered. */
export const contentKinds = Object.keys(allKinds) as [ContentKind, ...ContentKind[]]

/** The declaration of a kind. */
export const kindOf = <K extends ContentKind>(name: K) => allKinds[name] as unknown as Kind<ContentOf[K]>

/** Whether entries of a kind are pictures. */
export const isPicture = (name: ContentKind): boolean =>
  fieldsOf(kindOf(name)).some(([, { differs }]) => differs === 'picture')

/** Pairs a kind with content in the current shape; `storedEntry` with what the database holds. */
export const contentOf = (kind: ContentKind, content: AnyContent) => ({ kind, content }) as EntryContent

/** Content from the database: validated when it was written, in the shape of its `schemaVersion`. */
export interface Stored {
  content: unknown
  schemaVersion: number
}

/** A kind's stored content in the current shape. Throws on a version that this code does not know. */
export function stored<K extends ContentKind>(name: K, { content, schemaVersion }: Stored): ContentOf[K] {
  const kind = kindOf(name)
  return schemaVersion === kind.version ? (content as ContentOf[K]) : kind.upgrade(content, schemaVersion)
}

/** The same paired with its kind. */
export const storedEntry = (kind: ContentKind, row: Stored): EntryContent =>
  contentOf(kind, stored(kind, row))

/** The fields that the labels of waiting new entries of any kind come from. */
export const namingFields: readonly string[] = [
  ...new Set(contentKinds.flatMap((name) => kindOf(name).namedBy as readonly string[])),
]

/** The items of a list that are of a kind. */
export const ofKind = <K extends ContentKind, T extends { kind: ContentKind }>(kind: K, list: readonly T[]) =>
  list.filter((one): one is Extract<T, { kind: K }> => one.kind === kind)
