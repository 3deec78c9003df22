import { isRecent, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { proofSchema } from '@/lib/accounts/schema'
import { operation } from '@/lib/operations/operation'
import { downloadLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Lets somebody download everything that is kept of them, and records that they did. Who has signed in within a quarter
 * of an hour has shown who they are; others are asked for their password. For the blocked, too.
 */
export const download = operation({
  name: 'account.download',
  who: 'account',
  isForLeaving: true,
  input: proofSchema,
  audits: ['account.download'],
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const tooMany = await withinLimits(downloadLimits(actor.id))
    if (tooMany) return tooMany
    if (!isRecent(actor)) {
      const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
      if (!proof.ok) return proof
    }
    return commit(async ({ audited }) => {
      audited('account.download', { accountId: actor.id })
      return {}
    })
  },
})
