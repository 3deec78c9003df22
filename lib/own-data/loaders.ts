import { findPendingDeletion } from '@/db/own-data/deletions'
import { primary } from '@/db/postgres/client'
import { isRecent } from '@/lib/accounts/passwords/prove-identity'
import { type OwnProof, requireProof } from '@/lib/accounts/second-step/loaders'
import type { Parameter } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { markOf } from '@/lib/sessions/written-as'
import { type Failure, failures } from './failures'
import { isLastOwner } from './last-owner'

/** The page about one's own data. */
export interface OwnDataPage {
  /** How the form asks who one is; who has signed in just now is not asked. */
  proof: OwnProof
  /** The value of the form's writer field. */
  mark: string
  /** Why the last download was refused. */
  failure: Failure | null
}

/** One's own data; `failed` is from the query. */
export async function loadOwnData(failed: Parameter): Promise<OwnDataPage> {
  const { actor, proof } = await requireProof(paths.ownData())
  return {
    proof: isRecent(actor) ? { ...proof, by: 'recent' } : proof,
    mark: markOf(actor),
    failure: failures.find((known) => known === failed) ?? null,
  }
}

/** The page about deleting one's own account: it can be asked for, it cannot, or it is asked for. */
export type DeletionPage =
  | { state: 'to ask'; proof: OwnProof }
  | { state: 'last owner' }
  | { state: 'leaving'; at: string; neutralName: string | null }

/** Deleting one's own account. */
export async function loadDeletion(): Promise<DeletionPage> {
  const { actor, proof } = await requireProof(paths.deleteAccount())
  const pending = actor.leavesAt && (await findPendingDeletion(primary(), actor.id))
  if (pending)
    return {
      state: 'leaving',
      at: messages().dates.dayInWords(pending.dueAt),
      neutralName: pending.neutralName,
    }
  return (await isLastOwner(primary(), actor)) ? { state: 'last owner' } : { state: 'to ask', proof }
}
