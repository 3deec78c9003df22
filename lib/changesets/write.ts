import { primary, type Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { lockEntries } from '@/db/publishing/publishing'
import type { ActName } from '@/lib/audit'
import type { EventName } from '@/lib/events/catalogue'
import type { Context } from '@/lib/operations/operation'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { demand, readScopeOf } from '@/lib/policy/policy'
import { check } from './check'
import { type PolicyCase, policySubjects } from './judge'
import { type Bound, type MergedChange, mergeChanges, type RequestedChange } from './prepare'
import { loadEvaluationContext } from './surroundings'

/** A prepared changeset with its entries locked and the rules' view of each; `actor` as the database knows them now. */
export interface Locked {
  actor: AccountActor
  prepared: MergedChange[]
  cases: PolicyCase[]
}

export interface Write<A extends ActName, E extends EventName> {
  /** That of the operation, which is done once under a key. */
  context: Context<AccountActor, A, E>
  /** What becomes of an edit that fits the head only together with the open one that it goes on from. */
  bound?: Bound
  /** Asked first inside the transaction, before any entry is locked. */
  before?: (tx: Tx) => Promise<void>
}

/** How often a write merges outside the lock; on a page as busy as that the last try merges inside it and gets in. */
const MOST_TRIES = 4

class HeadMoved extends Error {}

/**
 * The one write path: merges outside the lock, then in one transaction locks the entries, compares heads (and starts
 * again where one has moved), looks the actor up anew, checks what the content names, and lets `finish` ask the rules
 * and write. `wanted` is asked anew for each try. Throws `RefusalError` and `ConflictError`; what `finish` gives is kept
 * as the answer to the key, and given again to whoever sends the same once more, whatever has happened since.
 */
export async function applyChangeset<T extends object, A extends ActName, E extends EventName>(
  request: Write<A, E>,
  wanted: () => RequestedChange[] | Promise<RequestedChange[]>,
  finish: (writing: Writing<A, E>, locked: Locked) => Promise<T>,
): Promise<T> {
  try {
    return await writeInTurn(request, wanted, finish)
  } catch (error) {
    // That it is done already may be the very reason why it cannot be done now.
    const given = await request.context.answered<T>()
    if (given) return given
    throw error
  }
}

async function writeInTurn<T extends object, A extends ActName, E extends EventName>(
  { context, bound = 'refused', before }: Write<A, E>,
  wanted: () => RequestedChange[] | Promise<RequestedChange[]>,
  finish: (writing: Writing<A, E>, locked: Locked) => Promise<T>,
): Promise<T> {
  const { actor, commit } = context
  for (let tries = 1; ; tries++) {
    const asked = await wanted()
    demand(actor, 'propose')
    const merged = tries < MOST_TRIES ? await mergeChanges(primary(), asked, readScopeOf(actor), bound) : null
    try {
      return await commit(async (writing) => {
        const { tx } = writing
        await before?.(tx)
        return finish(writing, await lock(tx, actor, asked, merged ?? bound))
      })
    } catch (error) {
      if (!(error instanceof HeadMoved)) throw error
    }
  }
}

async function lock(
  tx: Tx,
  actor: AccountActor,
  wanted: RequestedChange[],
  merged: MergedChange[] | Bound,
): Promise<Locked> {
  const ids = wanted.flatMap((one) => one.entryId ?? [])
  const isMerged = typeof merged !== 'string'
  if (!isMerged) await lockEntries(tx, ids)
  const prepared = isMerged ? merged : await mergeChanges(tx, wanted, readScopeOf(actor), merged)
  const [, around, fresh] = await inOrder(
    () => lockEntries(tx, ids),
    () => loadEvaluationContext(tx, prepared),
    () => actorNow(tx, actor.id),
  )
  const hasMoved = (one: MergedChange) =>
    one.entryId !== null && around.states.get(one.entryId)?.headNumber !== one.headNumber
  if (prepared.some(hasMoved)) throw new HeadMoved()
  const cases = policySubjects(prepared, around)
  for (const { subject } of cases) demand(fresh, 'propose', subject)
  check(prepared, around)
  return { actor: fresh, prepared, cases }
}
