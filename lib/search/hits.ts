import type { Queryable } from '@/db/postgres/client'
import { type FoundRow, findFound } from '@/db/search/found'
import type { Candidate } from '@/db/search/search'
import { findForms } from '@/db/search/word-forms'
import type { SourceRecord } from '@/lib/citations/record'
import { loadRecords } from '@/lib/citations/records'
import { entryPath } from '@/lib/entries/paths'
import type { OpenFact } from '@/lib/facts/card'
import { loadFactCards } from '@/lib/facts/cards'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import type { ReadScope } from '@/lib/policy/policy'
import type { SearchQuery } from '@/lib/titles/search-query'
import {
  excerptOf,
  likelyForms,
  type Marked,
  markedOf,
  type Piece,
  piecesOf,
  type Read,
  rangesOf,
  readText,
} from './marks'

/** A result. */
export interface Hit {
  id: number
  kind: ContentKind
  number: number
  /** The name of a page's kind. */
  pageKind: string | null
  label: string
  /** The label in pieces, with what was looked for told apart. */
  title: Piece[]
  path: string
  /** Another title of the page, by which it was found. */
  alias: string | null
  /** A part of its text; empty where the label is all of it. */
  pieces: Piece[]
  /** What stands behind a fact, as its card shows it; the record of what is cited. */
  card: OpenFact | null
  record: SourceRecord | null
}

/** What the results say, in their order. */
export async function hitsOf(
  db: Queryable,
  within: ReadScope,
  query: SearchQuery,
  shown: readonly Pick<Candidate, 'id' | 'alias'>[],
): Promise<Hit[]> {
  const ids = shown.map(({ id }) => id)
  const [rows, { cards }, records] = await Promise.all([
    findFound(db, within, ids),
    loadFactCards(ids),
    loadRecords(ids),
  ])
  const marked = markedOf(query.words)
  const read = rows.map(readRow)
  const isForm = await formsOf(db, read, marked)
  const byId = new Map(read.map((row) => [row.id, row]))
  const open = new Map(cards.flatMap((card) => (card.isClosed ? [] : [[card.id, card]])))
  return shown.flatMap(({ id, alias }) => {
    const row = byId.get(id)
    if (!row) return []
    const behind = { card: open.get(id) ?? null, record: records.get(id) ?? null }
    return { ...hitOf(row, alias, marked, (word) => isForm(row.configuration, word)), ...behind }
  })
}

/** What was found, with the words of its texts. */
type ReadRow = Omit<FoundRow, 'label' | 'text'> & Record<'label' | 'text', Read>

const readRow = (row: FoundRow): ReadRow => ({
  ...row,
  label: readText(row.label),
  // The label of what has no title is its own text: it is not repeated.
  text: readText(kindOf(row.kind).isTitled ? row.text : ''),
})

function hitOf(row: ReadRow, alias: string | null, marked: Marked, isForm: (word: string) => boolean) {
  const { id, kind, number, pageKind } = row
  const [label, text] = [row.label.text, row.text.text]
  const ranges = (one: Read) => rangesOf(one, marked, isForm)
  return {
    ...{ id, kind, number, label, pageKind, alias },
    path: entryPath({ ...row, label }),
    title: piecesOf(label, ranges(row.label)),
    pieces: text !== '' ? excerptOf(text, ranges(row.text)) : [],
  }
}

/** Tells whether a word is a form of one that was looked for, by the rules of its text. */
async function formsOf(db: Queryable, rows: readonly ReadRow[], marked: Marked) {
  const likely = new Map(
    rows.flatMap((row) =>
      [row.label, row.text].flatMap((text) =>
        [...likelyForms(text, row.configuration, marked)].map((word) => [word.join(' '), word] as const),
      ),
    ),
  )
  const forms = await findForms(db, [...likely.values()], marked.words)
  return (configuration: string, word: string) => forms.has(`${configuration} ${word}`)
}
