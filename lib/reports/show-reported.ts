import { findAccountCard } from '@/db/accounts/accounts'
import { reads } from '@/db/postgres/client'
import { findReportedEntry, type Reported } from '@/db/reports/reports'
import { findRevisionTexts } from '@/db/revisions/revisions'
import { findComment, findThreadOf } from '@/db/talk/comments'
import { isVisibleTo } from '@/db/visibility/private-life'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { ReadScope } from '@/lib/policy/policy'
import { lineOf, type RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'

/** The subject of a report in words, as far as a scope shows it. */
export interface Described {
  what: string
  /** Its path; null for the wiki as a whole. */
  path: string | null
  /** The reported version. */
  line: RevisionLine | null
  isDeleted: boolean
}

/** What a report is, or would be, about, in words; null for what the scope does not show. */
export async function showReported(within: ReadScope, reported: Reported): Promise<Described | null> {
  const { reports } = messages()
  const { target, entryId, revisionId, aboutAccountId } = reported
  const nothingMore = { line: null, isDeleted: false }
  if (target === 'account' && aboutAccountId !== null) {
    const card = await findAccountCard(reads(), aboutAccountId)
    return card && { ...nothingMore, what: reports.target.account(card.name), path: paths.person(card.id) }
  }
  if (target === 'comment' && reported.commentId !== null) return showComment(within, reported.commentId)
  if (entryId === null) return { ...nothingMore, what: reports.target.site, path: null }
  const [entry, [row]] = await Promise.all([
    findReportedEntry(reads(), within, entryId),
    revisionId === null ? [] : findRevisionTexts(reads(), within, [revisionId]),
  ])
  if (!entry) return null
  const { isDeleted, kind, number } = entry
  const label = called(entry)
  if (!row || (target !== 'revision' && target !== 'summary')) {
    const whole = kindOf(kind).texts().reported(number, label)
    const what = reported.piece === null ? whole : reports.piece.ofPage(whole)
    return { what, path: entryPath({ kind, number, label }), line: null, isDeleted }
  }
  const line = lineOf(row)
  const what = reports.target[target](line.number, label)
  return { what, path: paths.diff(line.previousId, line.id), line, isDeleted }
}

/** A comment: its words are read where it stands, and moderators act on it there. */
async function showComment(within: ReadScope, commentId: number): Promise<Described | null> {
  const { talk } = messages()
  const [row, at] = await Promise.all([
    findComment(reads(), within, commentId),
    findThreadOf(reads(), commentId),
  ])
  if (!row || !at) return null
  const isPublic = within.who === 'public'
  if (isPublic && (row.state !== 'shown' || row.words === null || at.entryId === null)) return null
  const entry = at.entryId === null ? null : await findReportedEntry(reads(), within, at.entryId)
  if (isPublic && (!entry || !(await isVisibleTo(reads(), within, at.entryId ?? 0)))) return null
  const what = row.authorName === null ? talk.reportedHidden : talk.reported(row.authorName)
  const path = isPublic ? paths.comment(commentId) : paths.moderateComment(commentId)
  return { what, path, line: null, isDeleted: entry?.isDeleted ?? false }
}
