import { primary, type Tx } from '@/db/client'
import { findContent, findHeads, findLivingKinds, findRevision } from '@/db/queries/publishing'
import { isTextWithheld } from '@/db/queries/withholdings'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { isSame } from '@/lib/content/canonical'
import { mergeContents } from '@/lib/content/merge'
import { type Outcome, RefusalError, refuse } from '@/lib/errors'
import { type AnyContent, contentOf, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { nowhere, type Origin } from '@/lib/origin'
import { withOnlyCategories } from '@/lib/pages/only-categories'
import type { AccountActor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { type ConflictRefusal, conflictable } from '@/lib/submissions/conflict'
import { ConflictError, type Wanted } from '@/lib/submissions/prepare'
import { publishOrKeep, type SubmitResult } from '@/lib/submissions/publish-or-keep'
import { write } from '@/lib/submissions/write'

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
  { network }: Origin = nowhere,
): Promise<Outcome<SubmitResult> | ConflictRefusal> {
  return conflictable(async () => {
    demand(actor, 'propose')
    const { key, ...body } = request
    let restoresNumber: number | null = null
    const wanted = async () => {
      const undoing = await undo(request.revisionId)
      restoresNumber = undoing.restoresNumber
      return [undoing.wanted]
    }
    const result = await write({ actor, key, body: { revert: body } }, wanted, async (tx, locked) => {
      const { summary } = request
      await traceNetwork(tx, { accountId: locked.actor.id, operation: 'revert', network })
      const done = await publishOrKeep(tx, locked, { summary, isMinor: false, via: 'revert', restoresNumber })
      await record(tx, locked.actor, done, request)
      return done
    })
    return { ok: true, ...result }
  })
}

/** What an entry would be without the edit that made this revision. Throws like `revert` refuses. */
export async function undo(revisionId: number): Promise<Undoing> {
  const { writing } = messages()
  const revision = await findRevision(primary(), revisionId)
  if (!revision) throw new RefusalError(refuse('not_found', writing.entryNotFound))
  if (revision.number === 1) throw new RefusalError(refuse('invalid', writing.firstRevision))
  const { entryId, number } = revision
  const head = (await findHeads(primary(), [entryId])).get(entryId)
  const isLiving = (await findLivingKinds(primary(), [entryId])).has(entryId)
  if (!head || !isLiving || head.kind === 'file')
    throw new RefusalError(refuse('not_found', writing.entryNotFound))
  const theirs = head.content as AnyContent
  const undone = underTitleOf(theirs, await readable(entryId, number))
  const restored = underTitleOf(theirs, await readable(entryId, number - 1))
  const merged = mergeContents(kindOf(head.kind), undone, theirs, restored)
  if (!merged.ok) {
    const numbers = { entryId, kind: head.kind, baseNumber: number, headNumber: head.headNumber }
    const { conflicts, merged: content } = merged
    throw new ConflictError([
      { ...numbers, base: undone, theirs, yours: restored, merged: content, conflicts, buildsOn: null },
    ])
  }
  const content = await withOnlyCategories(primary(), merged.content, theirs)
  if (isSame(content, theirs)) throw new RefusalError(refuse('no_change', writing.revertNothing))
  return {
    wanted: { ...contentOf(head.kind, content), position: 1, entryId, baseNumber: head.headNumber },
    restoresNumber: head.headNumber === number ? number - 1 : null,
  }
}

/** A revert keeps the current title: moving an address is an act of its own. */
const underTitleOf = (head: AnyContent, content: AnyContent): AnyContent =>
  'infobox' in head ? { ...content, title: head.title } : content

async function readable(entryId: number, number: number): Promise<AnyContent> {
  const content = await findContent(primary(), entryId, number)
  if (content === null || (await isTextWithheld(primary(), entryId, number))) {
    throw new RefusalError(refuse('not_found', messages().writing.contentErased))
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
