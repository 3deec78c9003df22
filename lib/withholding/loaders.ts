import { primary } from '@/db/postgres/client'
import { findHistory } from '@/db/revisions/revisions'
import { findWithholdings, type StandingWithholding } from '@/db/withholding/withholdings'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { loadEntryToModerate, type ModeratedEntry } from '@/lib/moderation/loaders'
import { readScopeOf } from '@/lib/policy/policy'
import { lineOf, type RevisionLine } from '@/lib/revisions/line'
import { requireModerator } from '@/lib/sessions/session'
import { findWords, type WordsFound } from './find-words'
import { MOST_WORDS } from './schema'
import { strengthsOf, type WithheldStrength } from './strength'

const ON_A_PAGE = 50

export type { StandingWithholding } from '@/db/withholding/withholdings'

/** The screen for hiding versions. */
export interface HidingPage {
  entry: ModeratedEntry
  /** The words that were searched for, and where they are. */
  words: string
  found: WordsFound | null
  /** The strengths that this moderator may use. */
  strengths: WithheldStrength[]
  standing: StandingWithholding[]
  versions: RevisionLine[]
  /** The version number before which the list continues; null at its end. */
  next: number | null
}

/** An entry's versions as moderators see them, and where the searched words are. */
export async function loadHidingPage(
  segment: AddressText,
  query: Asking<'words' | 'before'>,
): Promise<HidingPage> {
  const [entry, actor] = [await loadEntryToModerate(segment), await requireModerator()]
  const scope = readScopeOf(actor)
  const words = query.words?.slice(0, MOST_WORDS).toWellFormed().trim() ?? ''
  const strengths = strengthsOf(actor)
  const db = primary()
  const [found, standing, rows] = await Promise.all([
    words === '' ? null : findWords(db, scope, entry, words),
    findWithholdings(db, entry.id, strengths),
    findHistory(db, scope, entry.id, numberOfAddress(query.before), ON_A_PAGE + 1),
  ])
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.number)
  return { entry, words, found, strengths, standing, versions: shown.map(lineOf), next }
}
