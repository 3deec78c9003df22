import { primary } from '@/db/postgres/client'
import { demandOwnBases } from '@/lib/changesets/base-text'
import { check } from '@/lib/changesets/check'
import { judge } from '@/lib/changesets/judge'
import { type Prepared, prepare, requireVisible, type Wanted } from '@/lib/changesets/prepare'
import { mayPublishNow } from '@/lib/changesets/publish-or-keep'
import { surroundingsOf } from '@/lib/changesets/surroundings'
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
  prepared: Prepared[]
  goesLive: boolean
}

/**
 * What sending this changeset would come to as things are now: the same merging, rules and checks as sending it, and
 * nothing written. Throws the `RefusalError` or `ConflictError` that sending it would be answered with.
 */
export async function previewChangeset(actor: AccountActor, wanted: Wanted[]): Promise<ChangesetPreview> {
  demand(actor, 'propose')
  const db = primary()
  await demandOwnBases(db, actor.id, wanted)
  const within = readScopeOf(actor)
  const prepared = await prepare(db, wanted, within, 'kept')
  const around = await surroundingsOf(db, prepared)
  const cases = judge(prepared, around)
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
  const compared = changed.map(({ headNumber, goesOn, ...rest }) => ({
    ...rest,
    ...(goesOn?.isBound && { before: goesOn.base.content }),
    baseNumber: wanted.find(({ position }) => position === rest.position)?.baseNumber ?? 0,
    comparedWith: headNumber,
    isComparedWithHead: !goesOn?.isBound,
    buildsOn: goesOn?.base ?? null,
  }))
  return {
    items: await showItems(db, actor, compared),
    prepared,
    goesLive: mayPublishNow({ actor, cases, prepared }),
  }
}
