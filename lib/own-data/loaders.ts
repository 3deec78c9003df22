import { isRecent } from '@/lib/accounts/passwords/prove-identity'
import { type OwnProof, requireProof } from '@/lib/accounts/second-step/loaders'
import type { Parameter } from '@/lib/input/address'
import { paths } from '@/lib/routes'
import { markOf } from '@/lib/sessions/written-as'
import { type Failure, failures } from './failures'

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
