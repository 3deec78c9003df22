import { primary } from '@/db/postgres/client'
import { changedIn, evaluateRequested } from '@/lib/changesets/evaluate'
import { type MergedChange, requireVisible } from '@/lib/changesets/merge'
import type { RequestedChange } from '@/lib/changesets/parse'
import { mayPublishNow } from '@/lib/changesets/publish-or-keep'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import type { CaseItem } from './case'
import { showItems } from './show-items'

/** What sending a changeset now would come to. */
export interface ChangesetPreview {
  /** Its entries as reviewers would see them, those left out that would not change. */
  items: CaseItem[]
  /** The same, merged with today's heads. */
  changes: MergedChange[]
  goesLive: boolean
}

/**
 * What sending this changeset would come to as things are now: the same merging, rules and checks as sending it, and
 * nothing written. Throws the `RefusalError` or `ConflictError` that sending it would be answered with.
 */
export async function previewChangeset(
  actor: AccountActor,
  requested: RequestedChange[],
): Promise<ChangesetPreview> {
  const evaluation = await evaluateRequested(actor, requested)
  const { changes, cases } = evaluation
  const db = primary()
  // What is shown is the difference to what the entries say today.
  await requireVisible(
    db,
    readScopeOf(actor),
    changes.flatMap((one) => one.entryId ?? []),
  )
  const changed = changedIn(evaluation)
  if (changed.length === 0) throw new RefusalError(refuse('no_change', codes().writing.noChange))
  const compared = changed.map(({ headNumber, basedOn, ...rest }) => ({
    ...rest,
    ...(basedOn?.isBound && { before: basedOn.base.content }),
    baseNumber: requested.find(({ position }) => position === rest.position)?.baseNumber ?? 0,
    comparedWith: headNumber,
    isComparedWithHead: !basedOn?.isBound,
    buildsOn: basedOn?.base ?? null,
  }))
  return {
    items: await showItems(db, actor, compared),
    changes,
    goesLive: mayPublishNow({ actor, cases, changes }),
  }
}
