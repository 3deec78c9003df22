import { messages } from '@/lib/messages/messages'
import { isSame } from '@/lib/text/canonical'
import { alignBlocks, type BlockPair } from './diff-blocks'
import type { ComparedPicture, DiffRow, FieldDiff, UnchangedRun } from './diff-rows'
import { diffTables } from './diff-tables'
import { type DiffLabels, formOfBlock, tokensOfBlock, tokensOfInline, tokensOfText } from './diff-tokens'
import { type Budget, compareWords, type DiffPart, whole } from './diff-words'
import type { Block, LineNode } from './document'
import type { Member } from './fields'
import type { IsOpen } from './gate'

/** The field that is compared; everything in a closed one stays closed. */
export interface Head {
  field: string
  label: string
  isClosed: boolean
  /** Which gates stand open to who reads: what is behind others stays closed. */
  isOpen: IsOpen
}

/** Compares a lead or body by its blocks; null where there was none. Gives one field, or none when nothing is there. */
export function diffDocument(
  { field, label, isOpen }: Head,
  was: { content: Block[] } | null,
  is: { content: Block[] },
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  const rows: (DiffRow | UnchangedRun)[] = []
  const counts = { changed: 0, added: 0, removed: 0, moved: 0 }
  for (const pair of alignBlocks(was?.content ?? [], is.content)) {
    const found = rowsOfBlock(pair, labels, budget, isOpen)
    for (const row of found) addRow(rows, row)
    if (found.some((row) => 'notes' in row))
      counts[!pair.before ? 'added' : !pair.after ? 'removed' : pair.hasMoved ? 'moved' : 'changed']++
  }
  if (!rows.some((row) => 'notes' in row)) return []
  return [{ field, label, rows, sentence: messages().diff.prose(label, counts) }]
}

function addRow(rows: (DiffRow | UnchangedRun)[], row: DiffRow | UnchangedRun): void {
  const last = rows.at(-1)
  if ('unchanged' in row && last && 'unchanged' in last) last.unchanged += row.unchanged
  else rows.push(row)
}

function rowsOfBlock(
  pair: BlockPair,
  labels: DiffLabels,
  budget: Budget,
  isOpen: IsOpen,
): (DiffRow | UnchangedRun)[] {
  const { before, after, hasMoved } = pair
  if (before?.type === 'table' && after?.type === 'table' && !hasMoved && !isSame(before, after))
    return diffTables(before, after, labels, budget)
  return [rowOfBlock(pair, labels, budget, isOpen) ?? { unchanged: 1 }]
}

function rowOfBlock(
  { before, after, hasMoved }: BlockPair,
  labels: DiffLabels,
  budget: Budget,
  isOpen: IsOpen,
): DiffRow | null {
  const { diff: texts } = messages()
  const isClosed = [before, after].some(
    (block) => block?.type === 'spoiler' && !isOpen(block.attrs.gate, block.attrs.id),
  )
  if (!before || !after) {
    const one = before ?? after
    if (!one) return null
    const parts = whole(tokensOfBlock(one, labels), before ? 'removed' : 'added')
    const notes = one.type === 'paragraph' && parts.length ? [] : [formOfBlock(one, labels)]
    return { before: before && parts, after: after && parts, notes, isClosed }
  }
  if (isSame(before, after) && !hasMoved) return null
  const sides = compareWords(tokensOfBlock(before, labels), tokensOfBlock(after, labels), budget)
  const [form, formNow] = [formOfBlock(before, labels), formOfBlock(after, labels)]
  const notes = [
    ...(hasMoved ? [texts.moved] : []),
    ...sides.notes,
    ...(form === formNow ? [] : [texts.became(form, formNow)]),
  ]
  return { ...visible({ ...sides, notes }), isClosed }
}

/** Compares one rich line; null where there was none. */
export function diffLine(
  { field, label, isClosed }: Head,
  was: readonly LineNode[] | null,
  is: readonly LineNode[],
  labels: DiffLabels,
  budget: Budget,
): FieldDiff[] {
  if (!was?.length && is.length === 0) return []
  const sides = compareWords(tokensOfInline(was ?? [], labels), tokensOfInline(is, labels), budget)
  const said = was?.length ? sides : { ...sides, notes: linksIn(is) }
  return [{ field, label, rows: [{ ...nothingAsNull(said), isClosed }], sentence: sentenceOf(label, sides) }]
}

/** More links of a line are not spelled out. */
const MOST_LINKS = 20

/** Where the links of a new line lead out of the wiki: its words alone would hide that. */
function linksIn(line: readonly LineNode[]): string[] {
  const { diff: texts } = messages()
  const notes: string[] = []
  for (const node of line) {
    if (node.type !== 'text') continue
    for (const mark of node.marks ?? [])
      if (mark.type === 'link') notes.push(texts.note(node.text.trim(), texts.link(mark.attrs.href)))
  }
  return notes.slice(0, MOST_LINKS)
}

/** Compares two values as text; an empty one means no value. */
export function diffText({ field, label }: Head, was: string, is: string, budget: Budget): FieldDiff[] {
  if (was === '' && is === '') return []
  const sides = compareWords(tokensOfText(was), tokensOfText(is), budget)
  return [
    {
      field,
      label,
      rows: [{ ...nothingAsNull(sides), isClosed: false }],
      sentence: sentenceOf(label, sides),
    },
  ]
}

type Sides = ReturnType<typeof compareWords>

/** Two sides that differ although their texts are the same. */
function visible(sides: Sides): Sides {
  const isSeen = [...sides.before, ...sides.after].some((part) => part.mark !== 'same')
  return isSeen || sides.notes.length ? sides : { ...sides, notes: [messages().diff.unseen] }
}

function nothingAsNull(sides: Sides) {
  const { before, after, notes } = visible(sides)
  return { before: before.length ? before : null, after: after.length ? after : null, notes }
}

function sentenceOf(label: string, { before, after }: Sides): string {
  const { diff: texts } = messages()
  if (before.length === 0) return texts.added(label)
  return after.length === 0 ? texts.removed(label) : texts.changed(label)
}

/** Two pictures, with their sizes in words. */
export function diffPicture(
  { field, label }: Head,
  was: string | null,
  is: string,
  { objects }: DiffLabels,
): FieldDiff[] {
  const { diff: texts } = messages()
  const pictureOf = (object: string): ComparedPicture | null => {
    const size = objects.get(object)
    return size ? { object, width: size.width, height: size.height } : null
  }
  const sizeOf = (picture: ComparedPicture | null) =>
    picture ? texts.pictureSize(picture.width, picture.height) : texts.pictureGone
  const [before, after] = [was === null ? null : pictureOf(was), pictureOf(is)]
  const change: DiffRow = {
    before: was === null ? null : [{ text: sizeOf(before), mark: 'same' }],
    after: [{ text: sizeOf(after), mark: 'same' }],
    notes: [],
    pictures: { before, after },
    isClosed: false,
  }
  const sentence = was === null ? texts.added(label) : texts.changed(label)
  return [{ field, label, rows: [change], sentence }]
}

/** Compares two lists by each item's key. */
export function diffMembers({ field, label }: Head, was: Member[], is: Member[]): FieldDiff[] {
  const { diff: texts } = messages()
  const before = new Map(was.map((member) => [member.key, member]))
  const after = new Map(is.map((member) => [member.key, member]))
  const removed = was.filter((member) => !after.has(member.key))
  const added = is.filter((member) => !before.has(member.key))
  const kept = is.flatMap((member) => {
    const earlier = before.get(member.key)
    return earlier ? [{ earlier, member }] : []
  })
  const altered = kept.filter(({ earlier, member }) => !isSame(earlier, member))
  const rows: (DiffRow | UnchangedRun)[] = [
    ...removed.map((member) => row([{ text: inWords(member), mark: 'removed' }], null)),
    ...altered.map(({ earlier, member }) => alteredRow(earlier, member)),
    ...added.map((member) => row(null, [{ text: inWords(member), mark: 'added' }])),
  ]
  const isReordered = !isSame(
    kept.map(({ member }) => member.key),
    was.filter((member) => after.has(member.key)).map((member) => member.key),
  )
  if (isReordered) rows.push({ ...orderRow(was, is), notes: [texts.order] })
  if (rows.length === 0) return []
  const unchanged = kept.length - altered.length
  if (unchanged && !isReordered) rows.push({ unchanged })
  const names = (members: Member[]) => members.map((member) => member.name)
  const sentence = texts.members(label, names(added), names(removed), names(altered.map((one) => one.member)))
  return [{ field, label, rows, sentence }]
}

const inWords = ({ name, means }: Member) => [name, ...means].join(', ')

/** The details of an item that stayed: its name, then the details on both sides or on one. */
function alteredRow(earlier: Member, member: Member): DiffRow {
  const said = (one: Member, other: Member, mark: DiffPart['mark']): DiffPart[] => [
    { text: one.name, mark: 'same' },
    ...one.means.map((mean) => ({ text: `, ${mean}`, mark: other.means.includes(mean) ? 'same' : mark })),
  ]
  return row(said(earlier, member, 'removed'), said(member, earlier, 'added'))
}

const orderRow = (was: Member[], is: Member[]) =>
  row(
    [{ text: was.map((member) => member.name).join(', '), mark: 'removed' }],
    [{ text: is.map((member) => member.name).join(', '), mark: 'added' }],
  )

const row = (before: DiffRow['before'], after: DiffRow['after']): DiffRow => ({
  before,
  after,
  notes: [],
  isClosed: false,
})
