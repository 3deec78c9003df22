import { primary, type Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { lockEntries } from '@/db/publishing/publishing'
import type { ActName } from '@/lib/audit'
import type { EventName } from '@/lib/events/catalogue'
import type { Context } from '@/lib/operations/operation'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, readScopeOf } from '@/lib/policy/policy'
import { demandSendable, type Evaluation, evaluate } from './evaluate'
import { type Bound, type MergedChange, mergeChanges } from './merge'
import type { RequestedChange } from './parse'

/** A changeset evaluated with its entries locked; `actor` as the database knows them now. */
export interface Locked extends Evaluation {
  actor: AccountActor
}

/** How a changeset is applied. */
export interface Application<A extends ActName, E extends EventName> {
  /** That of the operation, which is done once under a key. */
  context: Context<AccountActor, A, E>
  /** What becomes of an edit that fits the head only together with the open one that it is based on. */
  bound?: Bound
  /** Whose words they are, where they are sent now; a decision is about words that were sent before. */
  authorId?: number
  /** Asked first inside the transaction, before any entry is locked. */
  before?: (tx: Tx) => Promise<void>
}

/** How often a write merges outside the lock; on a page as busy as that the last try merges inside it and gets in. */
const MOST_TRIES = 4

class HeadMoved extends Error {}

/**
 * The one write path: merges outside the lock, then in one transaction locks the entries, compares heads (and starts
 * again where one has moved), looks the actor up anew, evaluates the changes, and lets `finish` ask the rules and write.
 * `requested` is asked anew for each try. Throws `RefusalError` and `ConflictError`; what `finish` gives is kept
 * as the answer to the key, and given again to whoever sends the same once more, whatever has happened since.
 */
export async function applyChangeset<T extends object, A extends ActName, E extends EventName>(
  request: Application<A, E>,
  requested: () => RequestedChange[] | Promise<RequestedChange[]>,
  finish: (writing: Writing<A, E>, locked: Locked) => Promise<T>,
): Promise<T> {
  try {
    return await writeInTurn(request, requested, finish)
  } catch (error) {
    // That it is done already may be the very reason why it cannot be done now.
    const given = await request.context.answered<T>()
    if (given) return given
    throw error
  }
}

async function writeInTurn<T extends object, A extends ActName, E extends EventName>(
  { context, bound = 'refused', authorId, before }: Application<A, E>,
  requested: () => RequestedChange[] | Promise<RequestedChange[]>,
  finish: (writing: Writing<A, E>, locked: Locked) => Promise<T>,
): Promise<T> {
  const { actor, commit } = context
  for (let tries = 1; ; tries++) {
    const asked = await requested()
    authorize(actor, 'propose')
    const merged = tries < MOST_TRIES ? await mergeChanges(primary(), asked, readScopeOf(actor), bound) : null
    try {
      return await commit(async (writing) => {
        const { tx } = writing
        await before?.(tx)
        return finish(writing, await lock(tx, actor, asked, merged ?? bound, authorId))
      })
    } catch (error) {
      if (!(error instanceof HeadMoved)) throw error
    }
  }
}

async function lock(
  tx: Tx,
  actor: AccountActor,
  requested: RequestedChange[],
  merged: MergedChange[] | Bound,
  authorId?: number,
): Promise<Locked> {
  const ids = requested.flatMap((one) => one.entryId ?? [])
  const isMerged = typeof merged !== 'string'
  if (!isMerged) await lockEntries(tx, ids)
  const changes = isMerged ? merged : await mergeChanges(tx, requested, readScopeOf(actor), merged)
  const [, evaluation, fresh] = await inOrder(
    () => lockEntries(tx, ids),
    () => evaluate(tx, changes, authorId),
    () => actorNow(tx, actor.id),
  )
  if (evaluation.isStale) throw new HeadMoved()
  demandSendable(fresh, evaluation)
  return { ...evaluation, actor: fresh }
}
