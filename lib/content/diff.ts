import { texts } from '@/lib/texts/en/diff'
import { isSame } from './canonical'
import type { ContentKind, ContentOf } from './content'
import { diffDocument, diffLine, diffMembers, diffText, type Head } from './diff-fields'
import type { FieldDiff } from './diff-rows'
import type { DiffLabels } from './diff-tokens'
import { type Member, membersOf, wordsOf } from './diff-values'
import { type Budget, newBudget } from './diff-words'

/** What is different between two texts of one entry: plain data for a view, empty where they say the same. */
export interface ContentDiff {
  /** There was nothing before: all of it is new. */
  isNew: boolean
  fields: FieldDiff[]
}

/** How a field is shown: as blocks, as a line of rich text, as a list of things, or as words. */
type Look = 'document' | 'line' | 'infobox' | 'members' | 'words'

const looks: { [K in ContentKind]: Record<keyof ContentOf[K], Look> } = {
  page: {
    title: 'words',
    kind: 'words',
    language: 'words',
    lead: 'document',
    infobox: 'infobox',
    body: 'document',
    categories: 'members',
    isLiving: 'words',
    ordinal: 'words',
  },
  fact: {
    statement: 'line',
    about: 'members',
    speaker: 'words',
    saidTo: 'words',
    saidOn: 'words',
    topics: 'members',
    gate: 'words',
    isPrivateLife: 'words',
    citations: 'members',
    note: 'words',
  },
  source: {
    type: 'words',
    title: 'words',
    description: 'words',
    publisher: 'words',
    authors: 'members',
    issued: 'words',
    url: 'words',
    archiveUrl: 'words',
    via: 'words',
    derivedFrom: 'words',
    note: 'words',
  },
}

/**
 * Compares two texts of an entry field by field: documents by blocks and then by words, lists by their members, all else
 * as words. `before` is null for what is new. Where two texts differ there is always something to see. The work is
 * bounded for any two valid contents: past that, passages are shown whole.
 */
export function diffContents<K extends ContentKind>(
  kind: K,
  before: ContentOf[K] | null,
  after: ContentOf[K],
  labels: DiffLabels,
): ContentDiff {
  const budget = newBudget()
  const fields = (Object.entries(looks[kind]) as [string, Look][]).flatMap(([field, look]) => {
    const was = before === null ? null : (before as Record<string, unknown>)[field]
    const is = (after as Record<string, unknown>)[field]
    if (before === null ? isDefault(field, is) : isSame(was, is)) return []
    const label = (texts.fields[kind] as Record<string, string>)[field] ?? field
    return diffField(
      { field, label, isClosed: isClosed(after) || isClosed(before) },
      look,
      was,
      is,
      labels,
      budget,
    )
  })
  return { isNew: before === null, fields }
}

/** What something new has because nobody said otherwise. */
const isDefault = (field: string, value: unknown) =>
  (field === 'isPrivateLife' && value === false) ||
  (field === 'gate' && isSame(value, { kind: 'none' })) ||
  (field === 'derivedFrom' && isSame(value, { kind: 'unknown' }))

/** A gated fact stays closed in its history too. */
const isClosed = (content: object | null) =>
  content !== null && 'gate' in content && (content.gate as { kind: string }).kind !== 'none'

function diffField(
  head: Head,
  look: Look,
  was: unknown,
  is: unknown,
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  switch (look) {
    case 'document':
      return diffDocument(head, was as DocumentValue | null, is as DocumentValue, labels, budget)
    case 'line':
      return diffLine(
        head,
        was as ContentOf['fact']['statement'],
        is as ContentOf['fact']['statement'],
        labels,
        budget,
      )
    case 'infobox':
      return diffInfobox(head, was as Infobox | null, is as Infobox, labels, budget)
    case 'members':
      return diffMembers(head, membersIn(head.field, was, labels), membersIn(head.field, is, labels))
    case 'words':
      return diffText(head, wordsOf(head.field, was, labels), wordsOf(head.field, is, labels), budget)
  }
}

type DocumentValue = ContentOf['page']['body']
type Infobox = ContentOf['page']['infobox']

const membersIn = (field: string, value: unknown, labels: DiffLabels): Member[] =>
  value === null ? [] : membersOf(field, value as unknown[], labels)

/** Each infobox field is a field of its own. */
function diffInfobox(
  head: Head,
  was: Infobox | null,
  is: Infobox,
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  const [before, after] = [new Map(Object.entries(was ?? {})), new Map(Object.entries(is))]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [line, now] = [before.get(key), after.get(key)]
    if (line && now && isSame(line, now)) return []
    const label = labels.infobox.get(key) ?? key
    return diffLine(
      { ...head, field: `${head.field}.${key}`, label },
      line ?? null,
      now ?? [],
      labels,
      budget,
    )
  })
}
