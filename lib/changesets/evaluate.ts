import { primary, type Queryable } from '@/db/postgres/client'
import { idInChangeset, isTemporary } from '@/lib/content/temporary-id'
import { RefusalError } from '@/lib/errors'
import { kindOf } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import type { AccountActor, AnyActor } from '@/lib/policy/actor'
import { authorize, can, readScopeOf } from '@/lib/policy/policy'
import { noCategory, referenceGone } from '@/lib/publishing/demand-living'
import { demandOwnBases } from './base-text'
import { type EvaluationContext, loadEvaluationContext, newReferencesOf } from './evaluation-context'
import { type MergedChange, mergeChanges } from './merge'
import type { RequestedChange } from './parse'
import { type PolicyCase, policySubjects } from './policy-subjects'

/** What the rules and the checks say of the changes of a changeset, as things are now. */
export interface Evaluation {
  changes: MergedChange[]
  /** Each change as the rules ask about it, in the same order. */
  cases: PolicyCase[]
  /** Why the content cannot be published, whoever sends it, with a sentence at the field; null when nothing speaks against it. */
  fault: RefusalError | null
  /** A head has moved since the changes were merged with it. */
  isStale: boolean
}

/**
 * Evaluates changes: what is written, previewed, reviewed and offered by a form all goes by this. Reads what it needs in
 * one turn; inside a transaction ask once the entries are locked. With the `authorId` of who sends them now, whether they
 * may use the pictures that they name is asked too.
 */
export async function evaluate(
  db: Queryable,
  changes: MergedChange[],
  authorId: number | null = null,
): Promise<Evaluation> {
  const context = await loadEvaluationContext(db, changes, authorId)
  const hasMoved = (one: MergedChange) =>
    one.entryId !== null && context.states.get(one.entryId)?.headNumber !== one.headNumber
  return {
    changes,
    cases: policySubjects(changes, context),
    fault: faultIn(changes, context),
    isStale: changes.some(hasMoved),
  }
}

/**
 * What sending these changes now would come to: merged and evaluated as sending does it, and nothing written. Throws the
 * `RefusalError` or `ConflictError` that sending them would be answered with.
 */
export async function evaluateRequested(
  actor: AccountActor,
  requested: RequestedChange[],
): Promise<Evaluation> {
  authorize(actor, 'propose')
  await demandOwnBases(primary(), actor.id, requested)
  const changes = await mergeChanges(primary(), requested, readScopeOf(actor), 'kept')
  const evaluation = await evaluate(primary(), changes, actor.id)
  demandSendable(actor, evaluation)
  return evaluation
}

/** Throws a `RefusalError` where the actor may not propose one of the changes, or its content cannot be published. */
export function demandSendable(actor: AnyActor, { cases, fault }: Evaluation): void {
  for (const { subject } of cases) authorize(actor, 'propose', subject)
  if (fault) throw fault
}

/** Whether the actor may decide about all of it, which is by this author. */
export const mayDecide = (actor: AnyActor, cases: PolicyCase[], authorId: number): boolean =>
  cases.every(({ subject, change }) => can(actor, 'decide', { ...subject, authorId }, change))

/** The entries of a changeset that it changes at all, as things are now. */
export const changedIn = ({ changes }: Pick<Evaluation, 'changes'>): MergedChange[] =>
  changes.filter((one) => one.change.touches.size > 0)

/**
 * Sees that what content names is there: entries of the right kind that are not deleted (unless they stood there
 * before), a kind and infobox fields that this wiki has, a title that nobody else holds.
 */
function faultIn(changes: MergedChange[], context: EvaluationContext): RefusalError | null {
  try {
    checkReferences(changes, context)
    for (const one of changes) rowsOf(one.kind).check(one, context)
    return null
  } catch (error) {
    if (error instanceof RefusalError) return error
    throw error
  }
}

function checkReferences(changes: MergedChange[], { states, kinds }: EvaluationContext): void {
  const changed = new Map(changes.map((one) => [idInChangeset(one), one] as const))
  const kindAt = (id: number) => {
    if (isTemporary(id)) return changed.get(id)?.kind
    const state = states.get(id)
    return state?.deletedAt ? undefined : state?.kind
  }
  // A page that the changeset makes, or gives another kind, is what the changeset says.
  const isCategory = (id: number) => {
    const one = changed.get(id)
    const key = one ? kindOf(one.kind).pageKind(one.content) : null
    const found = key === null ? undefined : kinds.get(key)
    return found ? (found.kind?.isCategory ?? false) : (states.get(id)?.isCategory ?? false)
  }
  for (const one of changes) {
    for (const { to, expects } of newReferencesOf(one)) {
      if (kindAt(to) !== (expects === 'category' ? 'page' : expects)) throw referenceGone(one, expects)
      if (expects === 'category' && !isCategory(to)) throw noCategory(one)
    }
  }
}
