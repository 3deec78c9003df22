import { findTrackRecord } from '@/db/accounts/track-records'
import { primary } from '@/db/postgres/client'
import { findDecisionsOf } from '@/db/review/decisions'
import { findPublishedBy, findSubmissionsOf, type ListedSubmission, type Turn } from '@/db/review/review'
import { called } from '@/lib/entries/called'
import { entryPath } from '@/lib/entries/paths'
import { paginate } from '@/lib/input/paging'
import type { AccountActor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { type Lacking, lackingOf, mayEarnTrust } from '@/lib/policy/trust'
import { paths } from '@/lib/routes'
import type { Decision } from '@/lib/submissions/listing'
import type { OwnView } from '@/lib/submissions/own-view'
import { linesOf, type SubmissionLine } from './listing'
import { type OwnPowers, ownPowers } from './own'

const ON_A_PAGE = 25

/** One of somebody's own submissions in their list. */
export interface OwnLine extends SubmissionLine {
  decision: Decision | null
  /** Where its first entry is read, once it is published. */
  livePath: string | null
  /** Where its author sees how it will look, while it is open. */
  lookPath: string | null
  own: OwnPowers | null
}

/** Those with which it is the same one's turn; null where the list is of one state. */
export interface OwnGroup {
  turn: Turn | null
  lines: OwnLine[]
  /** Where all of them are listed, when these are not all. */
  allPath: string | null
}

/** An account's own submissions: by whose turn it is, each group newest first, or those of one state. */
export interface OwnSubmissions {
  groups: OwnGroup[]
  view: OwnView
  /** What they still lack for corrections that go live at once; null where that is not the question. */
  lacking: Lacking | null
  /** The `before` of the next page of the list; null at the end. */
  next: number | null
}

/**
 * What somebody has sent for review, as the view says. The list as a whole begins with what waits for its author and what
 * waits for a reviewer, at most 25 each, and goes on with what is over.
 */
export async function listOwn(actor: AccountActor, view: OwnView): Promise<OwnSubmissions> {
  const isWhole = view.state === null
  const turns: (Turn | null)[] = !isWhole ? [null] : view.before === null ? all : ['nobody']
  const found = await Promise.all(
    turns.map(async (turn) => {
      const rows = await findSubmissionsOf(primary(), actor.id, { ...view, turn, most: ON_A_PAGE + 1 })
      return { turn, ...paginate(rows, ON_A_PAGE, (row) => row.id) }
    }),
  )
  const isBeginning = isWhole && view.before === null
  const [lines, record] = await Promise.all([
    ownLinesOf(
      actor,
      found.flatMap(({ shown }) => shown),
    ),
    isBeginning && mayEarnTrust(actor) ? findTrackRecord(primary(), actor.id) : null,
  ])
  const groups = found.map(({ turn, shown, next }) => ({
    turn,
    lines: shown.flatMap(({ id }) => lines.get(id) ?? []),
    allPath: next === null ? null : allOf(turn),
  }))
  return { groups, view, lacking: record && lackingOf(record), next: found.at(-1)?.next ?? null }
}

const all: Turn[] = ['author', 'reviewer', 'nobody']

/** Where everything is listed that waits for the same. */
function allOf(turn: Turn | null): string | null {
  if (turn === 'author') return paths.submissions({ state: 'changes_requested', before: null })
  return turn === 'reviewer' ? paths.submissions({ state: 'waiting', before: null }) : null
}

async function ownLinesOf(actor: AccountActor, rows: ListedSubmission[]): Promise<Map<number, OwnLine>> {
  const ids = rows.map((one) => one.id)
  const within = readScopeOf(actor)
  const [decisions, published, listed] = await Promise.all([
    findDecisionsOf(primary(), ids),
    findPublishedBy(primary(), within, ids),
    linesOf(primary(), within, rows),
  ])
  return new Map(
    listed.map((line) => {
      const live = published.find((one) => one.submissionId === line.id && !one.isDeleted)
      const decision = decisions.find((one) => one.submissionId === line.id) ?? null
      const own = ownPowers(actor, { ...line, authorId: actor.id }, decision?.at)
      const livePath = live ? entryPath({ ...live, label: called(live) }) : null
      const isOpen = line.state === 'waiting' || line.state === 'changes_requested'
      const lookPath = isOpen ? paths.ownLook(line.id) : null
      return [line.id, { ...line, decision, own, livePath, lookPath }]
    }),
  )
}
