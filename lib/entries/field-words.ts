import type { InfoboxField } from '@/db/wiki/page-kinds'
import type { FieldWords } from '@/lib/content/diff-tokens'
import type { LineNode, RichLine } from '@/lib/content/document'
import { plainText } from '@/lib/content/plain-text'
import { readField } from '@/lib/fields/read-field'
import type { Reading, TypedValue } from '@/lib/fields/typed-value'
import { understood, unfitSentence } from '@/lib/fields/understood'
import { paths } from '@/lib/routes'
import { titleKey } from '@/lib/titles/title'

/** What entries are called now, and where they are read. */
export type NamedAt = ReadonlyMap<number, { label: string; path: string }>

/** An infobox field for differences: what it is called, and what is understood of a line in this language (BCP 47). */
export const fieldWords = (field: InfoboxField, language: string, names: NamedAt): FieldWords => ({
  label: field.label,
  read: (line) => {
    const reading = readField(field, line.filter(isOfLine), language)
    const pages = reading.values.flatMap((value) => pageOf(value, names))
    const isSaid = isClear(plainText(line), reading, pages)
    const labels = new Map([...names].map(([id, { label }]) => [id, label]))
    const said = isSaid ? null : understood(field, reading, labels)
    return { said: said === plainText(line) ? null : said, unfit: unfitSentence(field, reading), pages }
  },
})

const isOfLine = (node: LineNode): node is RichLine[number] => node.type !== 'hardBreak'

/** Whether the words show by themselves what is understood: the items of a list, and pages under their own names. */
const isClear = (words: string, { values }: Reading, pages: { label: string }[]) =>
  values.every(({ kind }) => kind === 'text') ||
  (pages.length === values.length && pages.every(({ label }) => words.includes(label)))

function pageOf(value: TypedValue, names: NamedAt): { label: string; path: string }[] {
  if (value.kind !== 'page') return []
  if ('titleKey' in value) {
    // A link by title may have other words than the title.
    const isTitle = titleKey(value.words) === value.titleKey
    return [{ label: value.words, path: paths.page(isTitle ? value.words : value.titleKey) }]
  }
  const named = names.get(value.page)
  return named ? [named] : []
}
