import { primary } from '@/db/postgres/client'
import {
  findEntryHeads,
  findLivingKinds,
  findRevision,
  findRevisionContent,
} from '@/db/publishing/publishing'
import { isTextWithheld } from '@/db/withholding/withholdings'
import { applyChangeset } from '@/lib/changesets/apply'
import { ConflictError, conflictable } from '@/lib/changesets/conflict'
import { withOnlyCategories } from '@/lib/changesets/only-categories'
import type { RequestedChange } from '@/lib/changesets/parse'
import { publishOrKeep } from '@/lib/changesets/publish-or-keep'
import { mergeContents } from '@/lib/content/merge'
import { RefusalError, refuse } from '@/lib/errors'
import { type AnyContent, type ContentKind, contentOf, kindOf, stored } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { revertSchema } from '@/lib/revisions/revert-schema'
import { isSame } from '@/lib/text/canonical'

/** What undoing an edit would make of an entry. */
export interface Undoing {
  requested: RequestedChange
  /** The revision whose text comes back whole; null where later edits stay. */
  restoresNumber: number | null
}

/**
 * Reverts one edit: takes what it did out of today's text and keeps what came later. Goes the way of every edit, so
 * where the rules do not let the actor publish it waits for review. Refuses the first revision, a text that is
 * withheld, and what is undone already; answers a conflict with every text when later edits touched the same passage.
 */
export const revert = operation({
  name: 'revision.revert',
  who: 'account',
  input: revertSchema,
  audits: ['entry.revert'],
  announces: ['entry.reverted'],
  idempotency: ({ key, ...request }) => ({ key, body: { revert: request } }),
  run: (context, request) =>
    conflictable(async () => {
      authorize(context.actor, 'propose')
      const { revisionId, summary } = request
      let restoresNumber: number | null = null
      const requested = async () => {
        const undoing = await undo(revisionId)
        restoresNumber = undoing.restoresNumber
        return [undoing.requested]
      }
      return applyChangeset({ context }, requested, async ({ tx, audited, happened }, locked) => {
        const manner = { summary, isMinor: false, via: 'revert' as const, restoresNumber }
        const done = await publishOrKeep(tx, locked, manner)
        const detail = { revision: revisionId }
        for (const { id: entryId } of done.outcome === 'published' ? done.entries : []) {
          audited('entry.revert', { entryId, detail, reason: summary })
          happened({ name: 'entry.reverted', entryId, revisionId })
        }
        return done
      })
    }),
})

/** What an entry would be without the edit that made this revision. Throws like `revert` refuses. */
export async function undo(revisionId: number): Promise<Undoing> {
  const revision = await findRevision(primary(), revisionId)
  if (!revision) throw new RefusalError(refuse('not_found', codes().writing.entryNotFound))
  if (revision.number === 1) throw new RefusalError(refuse('invalid', codes().writing.firstRevision))
  const { entryId, number } = revision
  const head = (await findEntryHeads(primary(), [entryId])).get(entryId)
  const isLiving = (await findLivingKinds(primary(), [entryId])).has(entryId)
  if (!head || !isLiving) throw new RefusalError(refuse('not_found', codes().writing.entryNotFound))
  const theirs = stored(head.kind, head) as AnyContent
  const undone = underTitleOf(theirs, await readable(head.kind, entryId, number))
  const restored = underTitleOf(theirs, await readable(head.kind, entryId, number - 1))
  const merged = mergeContents(kindOf(head.kind), undone, theirs, restored)
  if (!merged.ok) {
    const numbers = { entryId, kind: head.kind, baseNumber: number, headNumber: head.headNumber }
    const { conflicts, merged: content } = merged
    throw new ConflictError([
      { ...numbers, base: undone, theirs, yours: restored, merged: content, conflicts, buildsOn: null },
    ])
  }
  const content = await withOnlyCategories(primary(), merged.content, theirs)
  if (isSame(content, theirs)) throw new RefusalError(refuse('no_change', codes().writing.revertNothing))
  return {
    requested: { ...contentOf(head.kind, content), position: 1, entryId, baseNumber: head.headNumber },
    restoresNumber: head.headNumber === number ? number - 1 : null,
  }
}

/** A revert keeps the current title: moving an address is an act of its own. */
const underTitleOf = (head: AnyContent, content: AnyContent): AnyContent =>
  'infobox' in head ? { ...content, title: head.title } : content

async function readable(kind: ContentKind, entryId: number, number: number): Promise<AnyContent> {
  const content = await findRevisionContent(primary(), entryId, number)
  if (content === null || (await isTextWithheld(primary(), entryId, number))) {
    throw new RefusalError(refuse('not_found', codes().writing.contentErased))
  }
  return stored(kind, content)
}
