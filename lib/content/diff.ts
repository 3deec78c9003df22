import { messages } from '@/lib/messages/messages'
import { isSame } from '@/lib/text/canonical'
import { diffDocument, diffLine, diffMembers, diffPicture, diffText, type Head } from './diff-fields'
import type { FieldDiff } from './diff-rows'
import { type DiffLabels, gateInWords, type LineRead } from './diff-tokens'
import { type Budget, newBudget } from './diff-words'
import type { LineNode, RichDocument } from './document'
import { type Described, type Field, fieldsOf, type Member } from './fields'
import { type Gate, type IsOpen, isNoGate } from './gate'

/** The difference between two versions of an entry: plain data for a view, empty where they are equal. */
export interface ContentDiff {
  /** There was no version before: everything is new. */
  isNew: boolean
  fields: FieldDiff[]
}

/**
 * Compares two versions of an entry field by field: documents by blocks and then by words, lists by their items,
 * everything else as text. `before` is null for a new entry. Where two versions differ there is always something to
 * see. The work is bounded for any two valid contents: beyond the bound, passages are shown whole. What is behind a gate
 * that is not open by `isOpen`, before or after, is marked as closed.
 */
export function diffContents<C extends object>(
  kind: Pick<Described<C>, 'fields' | 'fieldNames' | 'gateOf'>,
  before: C | null,
  after: C,
  labels: DiffLabels,
  isOpen: IsOpen = isNoGate,
): ContentDiff {
  const budget = newBudget()
  const names = kind.fieldNames()
  // Gated content stays closed in its history too.
  const isClosed = [before, after].some((one) => one !== null && !isOpen(kind.gateOf(one)))
  const fields = fieldsOf(kind).flatMap(([name, field]) => {
    const [was, is] = [before === null ? null : before[name], after[name]]
    if (before === null ? field.isUnsaid(is) : isSame(was, is)) return []
    const head = { field: name, label: names[name], isClosed, isOpen }
    if (field.differs === 'gates') {
      const lines = names[field.gatesOf as keyof C]
      return diffGates(head, lines, [was, is] as KeyedGates[], labels, budget)
    }
    if (field.differs === 'lines')
      return diffLines(head, [was, is] as Lines[], gatesOfLines(kind, name, [before, after]), labels, budget)
    return diffField(head, field, was, is, labels, budget)
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
    case 'members':
      return diffMembers(head, membersOf(field, was, labels), membersOf(field, is, labels))
    case 'picture':
      return diffPicture(head, was as string | null, is as string, labels)
    default:
      return diffText(head, wordsOf(field, was, labels), wordsOf(field, is, labels), budget)
  }
}

type Lines = Record<string, LineNode[]> | null
type KeyedGates = Record<string, Gate> | null | undefined

/** The gates of the lines of a field, before and after. */
function gatesOfLines<C extends object>(
  kind: Pick<Described<C>, 'fields'>,
  lines: string,
  versions: (C | null)[],
): KeyedGates[] {
  const [name] = fieldsOf(kind).find(([, { gatesOf }]) => gatesOf === lines) ?? []
  return versions.map((one) => one && name && (one[name] as KeyedGates))
}

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

/** Each line is a field of its own; one behind a closed gate stays closed. */
function diffLines(
  head: Head,
  lines: Lines[],
  gates: KeyedGates[],
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  return byKey(head, lines, labels).flatMap(({ key, label, was, is, words }) => {
    const isShut = gates.some((one) => one?.[key] && !head.isOpen(one[key]))
    const line = { ...head, field: `${head.field}.${key}`, label, isClosed: head.isClosed || isShut }
    const found = diffLine(line, was ?? null, is ?? [], labels, budget)
    return words && !line.isClosed
      ? found.map((one) => withReading(one, was && words.read(was), is && words.read(is)))
      : found
  })
}

/** Each line's gate is a field of its own, named after the line. */
function diffGates(
  head: Head,
  lines: string,
  gates: KeyedGates[],
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  const inWords = (gate: Gate | undefined) => (gate ? gateInWords(gate, labels) : '')
  return byKey({ label: lines }, gates, labels).flatMap(({ key, label, was, is }) => {
    const named = { ...head, field: `${head.field}.${key}`, label: messages().diff.within(label, head.label) }
    return diffText(named, inWords(was), inWords(is), budget)
  })
}

/** What two versions have under each key, where that differs, with what the key is called. */
function byKey<V>(
  { label }: Pick<Head, 'label'>,
  [before, after]: (Record<string, V> | null | undefined)[],
  labels: DiffLabels,
) {
  const [had, has] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const [was, is] = [had.get(key), has.get(key)]
    if (was && is && isSame(was, is)) return []
    const words = labels.infobox.get(key)
    const called = messages().diff.within(label, words?.label ?? key.replaceAll('_', ' '))
    return [{ key, label: called, was, is, words }]
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
