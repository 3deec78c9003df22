import { updateCredentials } from '@/db/accounts/credentials'
import { proofSchema } from '@/lib/accounts/schema'
import { operation } from '@/lib/operations/operation'
import { lockProven, proveIdentity } from './prove-identity'
import { makeRecoveryCode } from './recovery-code'

/**
 * Makes and gives a new recovery code for whoever proves their password; the previous one becomes invalid. Refused at
 * `currentPassword`.
 */
export const newRecoveryCode = operation({
  name: 'account.new-recovery-code',
  who: 'account',
  input: proofSchema,
  audits: { nothing: 'nobody else is to know' },
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    const { code, hash } = makeRecoveryCode()
    return commit(async ({ tx }) => {
      const { id } = await lockProven(tx, proof)
      await updateCredentials(tx, id, { recoveryHash: hash })
      return { recoveryCode: code }
    })
  },
})
