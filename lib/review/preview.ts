import { primary } from '@/db/postgres/client'
import { demandOwnBases } from '@/lib/changesets/base-text'
import { check } from '@/lib/changesets/check'
import { policySubjects } from '@/lib/changesets/judge'
import {
  type MergedChange,
  mergeChanges,
  type RequestedChange,
  requireVisible,
} from '@/lib/changesets/prepare'
import { mayPublishNow } from '@/lib/changesets/publish-or-keep'
import { loadEvaluationContext } from '@/lib/changesets/surroundings'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { demand, readScopeOf } from '@/lib/policy/policy'
import type { CaseItem } from './case'
import { showItems } from './show-items'

/** What sending a changeset now would come to. */
export interface ChangesetPreview {
  /** Its entries as reviewers would see them, those left out that would not change. */
  items: CaseItem[]
  /** The same, merged with today's heads. */
  prepared: MergedChange[]
  goesLive: boolean
}

/**
 * What sending this changeset would come to as things are now: the same merging, rules and checks as sending it, and
 * nothing written. Throws the `RefusalError` or `ConflictError` that sending it would be answered with.
 */
export async function previewChangeset(
  actor: AccountActor,
  wanted: RequestedChange[],
): Promise<ChangesetPreview> {
  demand(actor, 'propose')
  const db = primary()
  await demandOwnBases(db, actor.id, wanted)
  const within = readScopeOf(actor)
  const prepared = await mergeChanges(db, wanted, within, 'kept')
  const around = await loadEvaluationContext(db, prepared)
  const cases = policySubjects(prepared, around)
  for (const { subject } of cases) demand(actor, 'propose', subject)
  check(prepared, around)
  // What is shown is the difference to what the entries say today.
  await requireVisible(
    db,
    within,
    prepared.flatMap((one) => one.entryId ?? []),
  )
  const changed = prepared.filter((one) => one.change.touches.size > 0)
  if (changed.length === 0) throw new RefusalError(refuse('no_change', codes().writing.noChange))
  const compared = changed.map(({ headNumber, basedOn, ...rest }) => ({
    ...rest,
    ...(basedOn?.isBound && { before: basedOn.base.content }),
    baseNumber: wanted.find(({ position }) => position === rest.position)?.baseNumber ?? 0,
    comparedWith: headNumber,
    isComparedWithHead: !basedOn?.isBound,
    buildsOn: basedOn?.base ?? null,
  }))
  return {
    items: await showItems(db, actor, compared),
    prepared,
    goesLive: mayPublishNow({ actor, cases, prepared }),
  }
}
