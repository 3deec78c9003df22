import { primary, type Tx } from '@/db/client'
import { findContent, findHeads, findRevision } from '@/db/queries/publishing'
import { isTextWithheld } from '@/db/queries/withholdings'
import { audit } from '@/lib/audit'
import { mergeContents } from '@/lib/content/merge'
import { type AnyContent, contentOf } from '@/lib/entries/content'
import { type Outcome, RefusalError, refuse } from '@/lib/errors'
import type { PageContent } from '@/lib/pages/schema'
import type { AccountActor } from '@/lib/policy/actor'
import { type ConflictRefusal, conflictable } from '@/lib/submissions/conflict'
import { ConflictError, type Wanted } from '@/lib/submissions/prepare'
import { publishOrKeep, type SubmitResult } from '@/lib/submissions/publish-or-keep'
import { write } from '@/lib/submissions/write'
import { writing } from '@/lib/texts/en/writing'

/** What undoing an edit would make of an entry. */
export interface Undoing {
  wanted: Wanted
  /** The revision whose text comes back whole; null where later edits stay. */
  restoresNumber: number | null
}

/**
 * Reverts one edit: takes what it did out of today's text and keeps what came later. Goes the way of every edit, so
 * where the rules do not let the actor publish it waits for review. Refuses the first revision, a text that is
 * withheld, and what is undone already; answers a conflict with every text when later edits touched the same passage.
 */
export async function revert(
  actor: AccountActor,
  request: { revisionId: number; summary: string; key: string },
): Promise<Outcome<SubmitResult> | ConflictRefusal> {
  return conflictable(async () => {
    const { wanted, restoresNumber } = await undo(request.revisionId)
    const { key, ...body } = request
    const result = await write({ actor, key, body: { revert: body } }, [wanted], async (tx, locked) => {
      const { summary } = request
      const done = await publishOrKeep(tx, locked, { summary, isMinor: false, via: 'revert', restoresNumber })
      await record(tx, locked.actor, done, request)
      return done
    })
    return { ok: true, ...result }
  })
}

/** What an entry would be without the edit that made this revision. Throws like `revert` refuses. */
export async function undo(revisionId: number): Promise<Undoing> {
  const revision = await findRevision(primary(), revisionId)
  if (!revision) throw new RefusalError(refuse('not_found', writing.entryNotFound))
  if (revision.number === 1) throw new RefusalError(refuse('invalid', writing.firstRevision))
  const { entryId, number } = revision
  const head = (await findHeads(primary(), [entryId])).get(entryId)
  if (!head || head.kind === 'file') throw new RefusalError(refuse('not_found', writing.entryNotFound))
  const undone = await readable(entryId, number)
  const restored = await readable(entryId, number - 1)
  const theirs = head.content as AnyContent
  const merged = mergeContents(head.kind, undone, theirs, restored)
  const base = { entryId, kind: head.kind, baseNumber: number, headNumber: head.headNumber }
  if (!merged.ok) {
    throw new ConflictError([
      { ...base, base: undone, theirs, yours: restored, merged: merged.merged, conflicts: merged.conflicts },
    ])
  }
  const content =
    head.kind === 'page' ? underTitleOf(theirs as PageContent, merged.content as PageContent) : merged.content
  return {
    wanted: { ...contentOf(head.kind, content), position: 1, entryId, baseNumber: head.headNumber },
    restoresNumber: head.headNumber === number ? number - 1 : null,
  }
}

/** A revert keeps the current title: moving an address is an act of its own. */
const underTitleOf = (head: PageContent, restored: PageContent): PageContent => ({
  ...restored,
  title: head.title,
})

async function readable(entryId: number, number: number): Promise<AnyContent> {
  const content = await findContent(primary(), entryId, number)
  if (content === null || (await isTextWithheld(primary(), entryId, number))) {
    throw new RefusalError(refuse('not_found', writing.contentErased))
  }
  return content as AnyContent
}

async function record(
  tx: Tx,
  actor: AccountActor,
  done: SubmitResult,
  { revisionId, summary }: { revisionId: number; summary: string },
) {
  if (done.outcome !== 'published') return
  for (const { id: entryId } of done.entries) {
    await audit(tx, {
      actor,
      act: 'entry.revert',
      entryId,
      detail: { revision: revisionId },
      reason: summary,
    })
  }
}
