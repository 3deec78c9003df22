import { primary } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import type { ShownChecked } from '@/db/reports/checked-words'
import { findShownContent } from '@/db/reports/closed-pieces'
import type { Reported } from '@/db/reports/reports'
import { findInfoboxFields } from '@/db/wiki/page-kinds'
import { plainText } from '@/lib/content/plain-text'
import { pieceOf, piecesOf } from '@/lib/kinds/pieces'
import { stored } from '@/lib/kinds/registry'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import { isGateOpen, type Openings } from '@/lib/places/loaders'
import type { ReadScope } from '@/lib/policy/policy'
import { wordsIn } from '@/lib/withholding/words-in'

/** A piece of a page that somebody can point at: its name, and how it begins. */
export interface PieceChoice {
  piece: string
  words: string
  isHeading?: boolean
}

/** The piece that a link means: under a heading the first passage; empty where it means none of them. */
export function chosenOf(choices: readonly PieceChoice[], asked: string | null | undefined): string {
  const at = choices.findIndex(({ piece }) => piece === asked)
  return choices.find((one, place) => place >= at && at >= 0 && !one.isHeading)?.piece ?? ''
}

/** So many are listed: who means another one says so in words. */
const MOST_PIECES = 500
/** So many characters of each tell which one it is. */
const BEGINNING = 60

/** The pieces of a page in reading order, as far as they are open to the reader; none of what is no page. */
export async function loadPieces(openings: Openings, { target, entryId }: Reported): Promise<PieceChoice[]> {
  if (target !== 'page' || entryId === null) return []
  const head = (await findEntryHeads(primary(), [entryId])).get(entryId)
  if (!head) return []
  const page = stored('page', head)
  const fields = await findInfoboxFields(primary(), [page.kind])
  const texts = messages().reports.piece
  const isBeingChecked = (words: string) => words === messages().reports.checked.inPlace
  const choices = piecesOf('page', page).flatMap((piece): PieceChoice[] => {
    const beginning = pieceOf('page', page, piece)?.beginning ?? ''
    const key = piece.startsWith('value:') ? piece.slice('value:'.length) : null
    if (key === null) {
      const words = isA('spoiler', page, piece) ? texts.locked : beginning
      return words === '' || isBeingChecked(words)
        ? []
        : [{ piece, words: cut(words), isHeading: isA('heading', page, piece) }]
    }
    const gate = page.gates?.[key]
    const value = gate && !isGateOpen(openings, gate) ? '' : plainText(page.infobox[key] ?? [])
    const field = fields.find((one) => one.key === key)
    return field && !isBeingChecked(value) ? [{ piece, words: cut(texts.value(field.label, value)) }] : []
  })
  return choices.slice(0, MOST_PIECES)
}

const isA = (wanted: 'spoiler' | 'heading', { lead, body }: PageContent, piece: string) =>
  [...lead.content, ...body.content].some(
    ({ type, attrs }) => type === wanted && piece === `passage:${attrs.id}`,
  )

function cut(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= BEGINNING ? line : `${line.slice(0, BEGINNING).trimEnd()}…`
}

/** The words that a report of a piece is about, while it stands or is being checked; null where the scope does not show them. */
export async function wordsOfPiece(
  within: ReadScope,
  { entryId, piece, target }: Reported,
  checked: ShownChecked | null,
): Promise<string | null> {
  const name = piece ?? (target === 'source' ? 'record' : null)
  if (entryId === null || name === null) return null
  const isClosed = checked !== null && checked.ending === null && checked.number !== null
  const before = isClosed ? (checked.number ?? 1) - 1 : null
  const found = await findShownContent(primary(), within, entryId, before)
  const one = found && pieceOf(found.kind, stored(found.kind, found), name)
  return one ? wordsIn(one.content).replace(/\0/g, ' ').trim() : null
}
