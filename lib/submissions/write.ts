import { primary, type Tx } from '@/db/client'
import { findActor } from '@/db/queries/actors'
import { findHeadNumbers, lockEntries } from '@/db/queries/publishing'
import { RefusalError, refuse } from '@/lib/errors'
import type { AccountActor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { writing } from '@/lib/texts/en/writing'
import { check } from './check'
import { type Case, judge } from './judge'
import { once } from './once'
import { type Prepared, prepare, type Wanted } from './prepare'

/** A prepared changeset with its entries locked and the rules' view of each; `actor` as the database knows them now. */
export interface Locked {
  actor: AccountActor
  prepared: Prepared[]
  cases: Case[]
}

export interface Write {
  actor: AccountActor
  key: string
  /** What the key stands for: the same key with another body is refused. */
  body: unknown
  /** Asked first inside the transaction, before any entry is locked. */
  before?: (tx: Tx) => Promise<void>
}

/** How often a write starts again because a head moved between merging and locking. */
const MOST_TRIES = 8

class HeadMoved extends Error {}

/**
 * The one write path: merges outside the lock, then in one transaction locks the entries, compares heads (and starts
 * again where one has moved), looks the actor up anew, checks what the content names, and lets `finish` ask the rules
 * and write. Throws `RefusalError` and `ConflictError`; what `finish` gives is kept as the answer to the key.
 */
export async function write<T extends object>(
  { actor, key, body, before }: Write,
  wanted: Wanted[],
  finish: (tx: Tx, locked: Locked) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const prepared = await prepare(primary(), wanted)
    try {
      return await once(actor.id, key, body, async (tx) => {
        await before?.(tx)
        return finish(tx, await lock(tx, actor, prepared))
      })
    } catch (error) {
      if (!(error instanceof HeadMoved) || tries === MOST_TRIES) throw error
    }
  }
}

async function lock(tx: Tx, actor: AccountActor, prepared: Prepared[]): Promise<Locked> {
  const ids = prepared.flatMap((one) => one.entryId ?? [])
  await lockEntries(tx, ids)
  const numbers = await findHeadNumbers(tx, ids)
  if (prepared.some((one) => one.entryId !== null && numbers.get(one.entryId) !== one.headNumber))
    throw new HeadMoved()
  const fresh = await findActor(tx, actor.id)
  if (!fresh) throw new RefusalError(refuse('not_signed_in', writing.notSignedIn))
  const cases = await judge(tx, prepared)
  for (const { subject } of cases) demand(fresh, 'propose', subject)
  await check(tx, prepared)
  return { actor: fresh, prepared, cases }
}
