import { messages } from '@/lib/messages/messages'
import { isSame } from '@/lib/text/canonical'
import { diffDocument, diffLine, diffMembers, diffPicture, diffText, type Head } from './diff-fields'
import type { FieldDiff } from './diff-rows'
import type { DiffLabels, LineRead } from './diff-tokens'
import { type Budget, newBudget } from './diff-words'
import type { LineNode, RichDocument } from './document'
import { type Described, type Field, fieldsOf, type Member } from './fields'

/** The difference between two versions of an entry: plain data for a view, empty where they are equal. */
export interface ContentDiff {
  /** There was no version before: everything is new. */
  isNew: boolean
  fields: FieldDiff[]
}

/**
 * Compares two versions of an entry field by field: documents by blocks and then by words, lists by their items,
 * everything else as text. `before` is null for a new entry. Where two versions differ there is always something to
 * see. The work is bounded for any two valid contents: beyond the bound, passages are shown whole.
 */
export function diffContents<C extends object>(
  kind: Pick<Described<C>, 'fields' | 'fieldNames' | 'gateOf'>,
  before: C | null,
  after: C,
  labels: DiffLabels,
): ContentDiff {
  const budget = newBudget()
  const names = kind.fieldNames()
  // Gated content stays closed in its history too.
  const isClosed = [before, after].some((one) => one !== null && kind.gateOf(one).kind !== 'none')
  const fields = fieldsOf(kind).flatMap(([name, field]) => {
    const [was, is] = [before === null ? null : before[name], after[name]]
    if (before === null ? field.isUnsaid(is) : isSame(was, is)) return []
    return diffField({ field: name, label: names[name], isClosed }, field, was, is, labels, budget)
  })
  return { isNew: before === null, fields }
}

function diffField(
  head: Head,
  field: Field,
  was: unknown,
  is: unknown,
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  switch (field.differs) {
    case 'document':
      return diffDocument(head, was as RichDocument | null, is as RichDocument, labels, budget)
    case 'line':
      return diffLine(head, was as LineNode[] | null, is as LineNode[], labels, budget)
    case 'lines':
      return diffLines(head, was as Lines | null, is as Lines, labels, budget)
    case 'members':
      return diffMembers(head, membersOf(field, was, labels), membersOf(field, is, labels))
    case 'picture':
      return diffPicture(head, was as string | null, is as string, labels)
    case 'words':
      return diffText(head, wordsOf(field, was, labels), wordsOf(field, is, labels), budget)
  }
}

type Lines = Record<string, LineNode[]>

/** A field's value as text; empty where there is none. */
const wordsOf = (field: Field, value: unknown, labels: DiffLabels): string =>
  value === null || value === undefined ? '' : field.words(value, labels)

/** The items of a list field by what they name; repeated items by position. */
function membersOf(field: Field, values: unknown, labels: DiffLabels): Member[] {
  const seen = new Map<string, number>()
  return ((values ?? []) as unknown[]).map((value) => {
    const member = field.member(value, labels)
    const times = (seen.get(member.key) ?? 0) + 1
    seen.set(member.key, times)
    return { ...member, key: `${member.key}.${times}` }
  })
}

/** Each line is a field of its own. */
function diffLines(
  head: Head,
  was: Lines | null,
  is: Lines,
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  const [before, after] = [new Map(Object.entries(was ?? {})), new Map(Object.entries(is))]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [line, now] = [before.get(key), after.get(key)]
    if (line && now && isSame(line, now)) return []
    const words = labels.infobox.get(key)
    const label = messages().diff.within(head.label, words?.label ?? key.replaceAll('_', ' '))
    const found = diffLine(
      { ...head, field: `${head.field}.${key}`, label },
      line ?? null,
      now ?? [],
      labels,
      budget,
    )
    return words
      ? found.map((one) => withReading(one, line && words.read(line), now && words.read(now)))
      : found
  })
}

/** The field's difference with what was and is understood of it, where that is news. */
function withReading(diff: FieldDiff, was: LineRead | undefined, is: LineRead | undefined): FieldDiff {
  const { diff: texts } = messages()
  const notes = [
    ...(is?.said && is.said !== was?.said ? [texts.readAs(was?.said ?? null, is.said)] : []),
    ...(is?.unfit && !was?.unfit ? [is.unfit] : []),
  ]
  const rows = diff.rows.map((row) => ('notes' in row ? { ...row, notes: [...row.notes, ...notes] } : row))
  return { ...diff, rows, ...(is && is.pages.length > 0 && { pages: is.pages }) }
}
