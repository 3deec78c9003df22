import type { FieldType } from '@/db/wiki/schema'

/** What reading a value needs to know of its field: its type, and the unit of a number that has none written. */
export interface FieldDefinition {
  type: FieldType
  unit: string | null
}

/** The first and the last day (ISO 8601) that a date may mean, both the same for a known day. */
export interface DateValue {
  kind: 'date'
  firstDay: string
  lastDay: string
  /** "c. 2019" is approximate. */
  isApproximate: boolean
}

export interface NumberValue {
  kind: 'number'
  number: number
  /** As it was written, else the field's. */
  unit: string | null
}

/** A page by its id or by the key of its title, with the words that name it. */
export type PageValue = { kind: 'page'; words: string } & ({ page: number } | { titleKey: string })

/** One value of a field, read by the field's type. */
export type TypedValue =
  | NumberValue
  | DateValue
  | PageValue
  | { kind: 'file'; file: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'text'; text: string }

/** What was understood: where the words do not fit the type, one text that repeats them. */
export interface Reading {
  fits: boolean
  values: TypedValue[]
}

/** The most values of one field: more do not fit. */
export const MOST_VALUES = 100
