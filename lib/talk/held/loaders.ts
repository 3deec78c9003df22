import { primary } from '@/db/postgres/client'
import { countHeldComments, findHeldComments, type HeldRow } from '@/db/talk/held'
import { called } from '@/lib/entries/called'
import { entryPath, talkPath } from '@/lib/entries/paths'
import type { Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { readScopeOf } from '@/lib/policy/policy'
import { requireModerator } from '@/lib/sessions/session'
import { type Named, namesIn } from '../comment-view'
import type { TalkAbout } from '../forms/loaders'
import { type Paragraph, readWords } from '../words'

/** A comment that waits for moderators. */
export interface HeldComment {
  row: HeldRow
  words: Paragraph[]
  about: TalkAbout
  isOwn: boolean
}

export interface HeldList {
  held: HeldComment[]
  named: Named
  count: number
  next: number | null
  isFirst: boolean
}

const ON_A_PAGE = 25

/** The comments that wait, the oldest first. */
export async function loadHeld(after: Parameter): Promise<HeldList> {
  const actor = await requireModerator()
  const start = numberOfAddress(after)
  const [rows, count] = await Promise.all([
    findHeldComments(primary(), readScopeOf(actor), start, ON_A_PAGE + 1),
    countHeldComments(primary(), MOST_COUNTED),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.id)
  const held = shown.map((row) => ({
    row,
    words: readWords(row.words ?? '', row.mentions),
    about: aboutOfRow(row),
    isOwn: row.authorId === actor.id,
  }))
  const named = await namesIn(
    held.flatMap(({ words }) => words),
    shown.flatMap(({ mentions }) => mentions),
  )
  return { held, named, count, next, isFirst: start === null }
}

function aboutOfRow({ kind, entryNumber: number, label: own }: HeldRow): TalkAbout {
  const label = called({ kind, number, label: own })
  const entry = { kind, number, label }
  return { label, path: entryPath(entry), talkPath: talkPath(entry) }
}
