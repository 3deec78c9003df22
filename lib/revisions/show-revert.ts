import { primary } from '@/db/postgres/client'
import { findRevisionTexts } from '@/db/revisions/revisions'
import { ConflictError } from '@/lib/changesets/conflict'
import { evaluateRequested } from '@/lib/changesets/evaluate'
import { type ContentDiff, diffContents } from '@/lib/content/diff'
import { findDiffLabels } from '@/lib/entries/diff-labels'
import { editPath, historyPath } from '@/lib/entries/paths'
import { RefusalError } from '@/lib/errors'
import { contentOf, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'
import { can, readScopeOf } from '@/lib/policy/policy'
import type { CaseConflict } from '@/lib/review/case'
import { showConflicts } from '@/lib/review/show-conflicts'
import { lineOf, type RevisionLine } from './line'
import { undo } from './revert'

/** One edit, and what undoing it would do today. */
export interface Undo {
  line: RevisionLine
  author: string
  historyPath: string
  editPath: string
  outcome:
    | {
        can: true
        diff: ContentDiff
        headNumber: number
        restoresNumber: number | null
        goesLive: boolean
        summary: string
      }
    | { can: false; message: string; conflicts: CaseConflict[] }
}

/** What undoing the edit that made this revision would do; null when there is no such revision for this actor. */
export async function showRevert(actor: AccountActor, revisionId: number): Promise<Undo | null> {
  const [row] = await findRevisionTexts(primary(), readScopeOf(actor), [revisionId])
  if (!row) return null
  const line = lineOf(row)
  const author = authorInWords(line)
  const shared = { line, author, historyPath: historyPath(line.entry), editPath: editPath(line.entry) }
  if (row.isTextHidden) {
    return {
      ...shared,
      outcome: { can: false, message: messages().history.permalink.withheld, conflicts: [] },
    }
  }
  try {
    return { ...shared, outcome: await outcomeOf(actor, line) }
  } catch (error) {
    if (error instanceof RefusalError) {
      return { ...shared, outcome: { can: false, message: error.message, conflicts: [] } }
    }
    if (!(error instanceof ConflictError)) throw error
    const conflicts = await showConflicts(primary(), readScopeOf(actor), error.conflicts)
    return { ...shared, outcome: { can: false, message: '', conflicts } }
  }
}

async function outcomeOf(actor: AccountActor, line: RevisionLine): Promise<Undo['outcome']> {
  const { requested, restoresNumber } = await undo(line.id)
  const { changes, cases } = await evaluateRequested(actor, [requested])
  const [one] = changes
  const [asked] = cases
  if (!one || !asked) throw new Error(`revision ${line.id} cannot be evaluated`)
  const { kind, content, before, headNumber } = one
  const texts = [...(before ? [contentOf(kind, before)] : []), contentOf(kind, content)]
  return {
    can: true,
    diff: diffContents(
      kindOf(kind),
      before,
      content,
      await findDiffLabels(primary(), readScopeOf(actor), texts),
    ),
    headNumber,
    restoresNumber,
    goesLive: can(actor, 'revert', asked.subject, asked.change),
    summary: messages().writing.revertSummary(line.number),
  }
}

function authorInWords({ author }: RevisionLine): string {
  const { history } = messages()
  if (author.by === 'account') return author.name
  return author.by === 'elsewhere' ? history.elsewhere(author.name, author.wiki) : history.hiddenAuthor
}
