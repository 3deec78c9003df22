import { transaction } from '@/db/client'
import type { Outcome } from '@/lib/errors'
import { signUpLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { insertPrepared, prepareAccount } from './create-account'
import { nameKeyOf } from './name'
import { traceNetwork } from './trace-network'

/** Makes an account for whoever asks and gives its id. Refused with sentences at the fields, or when asked too often. */
export async function signUp(
  typed: { name: string; password: string },
  network: string | null,
): Promise<Outcome<{ accountId: number }>> {
  const tooMany = await withinLimits(signUpLimits(nameKeyOf(typed.name), network))
  if (tooMany) return tooMany
  const prepared = await prepareAccount(typed)
  if (!prepared.ok) return prepared
  return transaction(async (tx) => {
    const made = await insertPrepared(tx, prepared)
    if (!made.ok) return made
    await traceNetwork(tx, { accountId: made.id, operation: 'sign-up', network })
    return { ok: true, accountId: made.id }
  })
}
