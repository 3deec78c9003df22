import { transaction } from '@/db/client'
import type { Outcome } from '@/lib/errors'
import { signUpLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { insertPrepared, prepareAccount } from './create-account'
import { nameKeyOf } from './name'
import { makeRecoveryCode } from './recovery-code'
import { traceNetwork } from './trace-network'

export type SignedUp = { accountId: number; recoveryCode: string }

/**
 * Makes an account for whoever asks. Gives its id, and the code that stands in for a forgotten password: whoever calls
 * this owes it to the person (`keepRecoveryCode`, and a way to `/account/recovery-code`), since only its hash is kept.
 * Refused with sentences at the fields, or when asked too often.
 */
export async function signUp(
  typed: { name: string; password: string },
  network: string | null,
): Promise<Outcome<SignedUp>> {
  const tooMany = await withinLimits(signUpLimits(nameKeyOf(typed.name), network))
  if (tooMany) return tooMany
  const prepared = await prepareAccount(typed)
  if (!prepared.ok) return prepared
  const { code, hash } = makeRecoveryCode()
  return transaction(async (tx) => {
    const made = await insertPrepared(tx, prepared, { recoveryHash: hash })
    if (!made.ok) return made
    await traceNetwork(tx, { accountId: made.id, operation: 'sign-up', network })
    return { ok: true, accountId: made.id, recoveryCode: code }
  })
}
