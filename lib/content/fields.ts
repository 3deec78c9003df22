import type { z } from 'zod'
import type { ChangeClass } from '@/lib/policy/subject'
import type { DiffLabels } from './diff-tokens'
import type { ReferenceMap } from './map-references'
import type { NewIds } from './normalize-blocks'
import type { Step } from './walk'

/** One of a list: what it is known by, what it is called, and what else there is to say about it. */
export interface Member {
  key: string
  name: string
  means: string[]
}

/** All that is to be known of a field of content, declared once: for rules, merges, comparisons, references and forms. */
export interface Field<V = unknown> {
  /** What an edit of it touches; `prose` is judged by what changed inside it. */
  counts: ChangeClass | 'prose'
  /** How two edits of it come together: as one thing, by blocks, key by key, or as a list of things with a name. */
  merges: 'whole' | 'blocks' | 'keys' | 'names' | 'citations'
  /** How a change is shown: as blocks, as a line of rich text, as lines with keys, as a list of things, or as words. */
  differs: 'document' | 'line' | 'lines' | 'members' | 'words'
  /** Its value in words, where it has one. */
  words(value: NonNullable<V>, labels: DiffLabels): string
  /** One of its members. */
  member(value: unknown, labels: DiffLabels): Member
  /** Whether something new has this value because nobody said otherwise. */
  isUnsaid(value: V): boolean
  /** The value with every reference in it replaced. */
  mapReferences(value: V, map: ReferenceMap): V
  /** What a reader meets in its rich text, what is closed too. */
  steps(value: V): Iterable<Step>
  /** Equal values in equal JSON; see `normalizeContent`. */
  normalize(value: V, ids: NewIds): V
  /** How many steps of a path name a field that a form shows; the rest lies inside it. */
  formSteps: number
}

/** Every field of a content has its line, or this does not compile. */
export type Fields<C> = { readonly [F in keyof C]-?: Field<C[F]> }

/** Content as far as merging, comparing and reading it need to know it. */
export interface Described<C extends object> {
  schema: z.ZodType<C>
  fields: Fields<C>
  /** What its fields are called, looked up when it is said. */
  fieldNames(): Readonly<Record<keyof C, string>>
  /** Whether it tells later plot as a whole, so that its text stays closed wherever it is shown. */
  isGated(content: C): boolean
}

/** The fields of a content in their order, with the name of each. */
export const fieldsOf = <C extends object>({ fields }: Pick<Described<C>, 'fields'>) =>
  Object.entries(fields) as [keyof C & string, Field][]
