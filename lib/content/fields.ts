import type { z } from 'zod'
import type { ChangeClass } from '@/lib/policy/subject'
import type { DiffLabels } from './diff-tokens'
import type { Gate } from './gate'
import type { ReferenceMap } from './map-references'
import type { NewIds } from './normalize-blocks'
import type { Step } from './walk'

/** An item of a list field: its key, its label, and further details. */
export interface Member {
  key: string
  name: string
  means: string[]
}

/** Everything about a field of content, declared once: for rules, merges, diffs, references and forms. */
export interface Field<V = unknown> {
  /** The change class of an edit of it; `prose` is classified by what changed inside. */
  counts: ChangeClass | 'prose'
  /** How two edits of it are merged: as a single value, by blocks, key by key, or as a list of keyed items. */
  merges: 'whole' | 'blocks' | 'keys' | 'names' | 'citations'
  /** Another field whose value gives this one its meaning, as a picture does to a part of it: they change together. */
  restsOn: string | null
  /**
   * How a change is shown: as blocks, as a rich line, as rich lines with keys, as their gates, as a list of items, as
   * text, or as a picture.
   */
  differs: 'document' | 'line' | 'lines' | 'gates' | 'members' | 'words' | 'picture'
  /** The field of lines whose gates this one has, under the same keys. */
  gatesOf: string | null
  /** Its value as text, where it has one. */
  words(value: NonNullable<V>, labels: DiffLabels): string
  /** One of its items. */
  member(value: unknown, labels: DiffLabels): Member
  /** Whether this is the default value of a new entry. */
  isUnsaid(value: V): boolean
  /** The value with every reference in it replaced. */
  mapReferences(value: V, map: ReferenceMap): V
  /** The references in its rich text, in closed passages too. */
  steps(value: V): Iterable<Step>
  /** Equal values as equal JSON; see `normalizeContent`. */
  normalize(value: V, ids: NewIds): V
  /** How many steps of a path name a field of the form; the rest is inside it. */
  formSteps: number
}

/** A declaration for every field of a content; a missing one does not compile. */
export type Fields<C> = { readonly [F in keyof C]-?: Field<C[F]> }

/** What merging, comparing and reading content need to know of it. */
export interface Described<C extends object> {
  schema: z.ZodType<C>
  fields: Fields<C>
  /** The fields' labels, looked up when they are shown. */
  fieldNames(): Readonly<Record<keyof C, string>>
  /** The spoiler gate of the whole content: where that is closed, its text is closed wherever it is shown. */
  gateOf(content: C): Gate
}

/** The fields of a content in order, with their names. */
export const fieldsOf = <C extends object>({ fields }: Pick<Described<C>, 'fields'>) =>
  Object.entries(fields) as [keyof C & string, Field][]
