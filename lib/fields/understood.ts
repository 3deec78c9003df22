import { messages } from '@/lib/messages/messages'
import type { FieldDefinition, Reading, TypedValue } from './typed-value'

/**
 * What was understood, in words: "22 April 2022", "8 episodes", "2 pages: Nick Nelson; Tao Xu". Null for values that
 * are their own words, or that do not fit. `names` has what pages are called now, by id; the words of the link stand
 * for others.
 */
export function understood(
  { type }: Pick<FieldDefinition, 'type'>,
  { fits, values }: Reading,
  names: ReadonlyMap<number, string> = new Map(),
): string | null {
  const [value] = values
  if (!fits || !value) return null
  const { understood: texts } = messages().fields
  if (type === 'list' && values.length === 1) return null
  if (type === 'list') return texts.items(values.map((one) => wordsOf(one, names)))
  if (value.kind === 'page') return texts.pages(values.map((one) => wordsOf(one, names)))
  return value.kind === 'text' || value.kind === 'file' ? null : wordsOf(value, names)
}

/** The sentence about words that do not fit their field's type; null where they do. */
export const unfitSentence = ({ type }: Pick<FieldDefinition, 'type'>, { fits }: Reading): string | null =>
  fits ? null : messages().fields.unfit(type)

/** One value in words. */
function wordsOf(value: TypedValue, names: ReadonlyMap<number, string>): string {
  const { understood: texts, yes, no } = messages().fields
  switch (value.kind) {
    case 'number':
      return texts.number(value.number, value.unit)
    case 'date':
      return texts.days(value.firstDay, value.lastDay, value.isApproximate)
    case 'boolean':
      return value.boolean ? yes.word : no.word
    case 'page':
      return 'page' in value ? (names.get(value.page) ?? value.words) : value.words
    case 'text':
      return value.text
    case 'file':
      return ''
  }
}
