import { reads } from '@/db/postgres/client'
import { type CommentRow, findAccountNames, findFactIds } from '@/db/talk/comments'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadNames, type Names } from '@/lib/entries/names'
import type { FactCard } from '@/lib/facts/card'
import { loadFactCards } from '@/lib/facts/cards'
import { loadOpenings, nameGates, type Openings } from '@/lib/places/loaders'
import type { LockView } from '@/lib/places/lock'
import { titleKey } from '@/lib/titles/title'
import { factAlone } from './fact-alone'
import { gateOfComment } from './gate'
import { placePath } from './place'
import { type Inline, type Paragraph, readWords } from './words'

/** A comment as it is shown. */
export interface CommentView {
  id: number
  number: number
  /** Null where it is withheld from who reads, or closed to them. */
  words: Paragraph[] | null
  /** The lock of what is closed to who reads; null for any other. */
  lock: LockView | null
  /** The place until which it tells; null where it tells nothing beyond its entry. */
  tellsUpTo: string | null
  author: { id: number; name: string } | null
  createdAt: Date
  editedAt: Date | null
  /** What it answers, by its number and its author; the name is null where that is withheld. */
  answers: { number: number; name: string | null; path: string } | null
  state: CommentRow['state']
  withheld: CommentRow['withheld']
  /** Until when its words are closed to everybody while they are checked; null where they are not. */
  checkedUntil: Date | null
}

/** What the words of comments name: pages by their titles' keys, and accounts. */
export interface Named {
  pages: Names
  people: ReadonlyMap<number, string>
  /** The facts that stand alone in a paragraph, by their numbers: they are shown as cards. */
  facts: ReadonlyMap<number, FactCard>
  /** What the cards name. */
  namedByFacts: Names
}

export interface ShownComments {
  comments: CommentView[]
  named: Named
}

/** Comments as they are shown, with what their words name. The current page depends on all of it. */
export async function showComments(rows: readonly CommentRow[]): Promise<ShownComments> {
  const openings = await loadOpenings()
  nameGates(
    openings,
    rows.map(({ gatePageId }) => gateOfComment(gatePageId)),
  )
  const comments = rows.map((row) => viewOf(row, openings))
  const named = await namesIn(
    comments.flatMap(({ words }) => words ?? []),
    rows.flatMap((row) => (row.words === null ? [] : row.mentions)),
  )
  recordDependency(...comments.flatMap(({ author }) => (author ? [tags.account(author.id)] : [])))
  return { comments, named }
}

/** What these paragraphs name. */
export async function namesIn(paragraphs: readonly Paragraph[], mentions: readonly number[]): Promise<Named> {
  const inlines = paragraphs.flatMap(({ lines }) => lines.flat())
  const people = [...new Set(mentions)]
  recordDependency(...people.map(tags.account))
  const alone = [...new Set(paragraphs.flatMap((one) => factAlone(one) ?? []))].slice(0, MOST_CARDS)
  const [pages, names, ids] = await Promise.all([
    loadNames(inlines.flatMap(keyOf)),
    findAccountNames(reads(), people),
    findFactIds(reads(), alone),
  ])
  const { cards, names: namedByFacts } = await loadFactCards(ids.values())
  const facts = new Map(cards.filter((card) => !('why' in card)).map((card) => [card.number, card]))
  return { pages, people: names, facts, namedByFacts }
}

/** So many facts are shown as cards on one page at most; further ones are links. */
const MOST_CARDS = 20

const keyOf = (inline: Inline): string[] => {
  const key = inline.type === 'page' ? titleKey(inline.title) : ''
  return key === '' ? [] : [key]
}

function viewOf(row: CommentRow, openings: Openings): CommentView {
  const gate = gateOfComment(row.gatePageId)
  const { id, number, words, mentions, authorId, authorName, createdAt, editedAt, state, withheld } = row
  const checkedUntil = row.checkedUntil !== null && row.checkedUntil > new Date() ? row.checkedUntil : null
  return {
    ...{ id, number, createdAt, editedAt, state, withheld, checkedUntil },
    words: words === null ? null : readWords(words, mentions),
    lock: row.isClosed ? openings.lockOf(gate) : null,
    tellsUpTo: gate.kind === 'place' ? openings.labelOf(gate) : null,
    author: authorId === null || authorName === null ? null : { id: authorId, name: authorName },
    answers:
      row.answers === null
        ? null
        : { number: row.answers, name: row.answeredName, path: placePath(row.threadId, row.answers) },
  }
}
