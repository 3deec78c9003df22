import { deletePasskey } from '@/db/accounts/passkeys'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { refuseLastWay } from '@/lib/accounts/ways'
import { RefusalError, refuse } from '@/lib/errors'
import { tellWayChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { removePasskeySchema } from './passkey-schema'

/**
 * Removes a passkey of whoever proves their identity. Refused at `currentPassword`, where the account has no such
 * passkey, and where it would have no way in left.
 */
export const removePasskey = operation({
  name: 'account.remove-passkey',
  who: 'account',
  input: removePasskeySchema,
  audits: ['account.remove-way'],
  announces: ['account.way-removed'],
  run: async ({ actor, clientInfo, commit }, { passkeyId, currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    return commit(async ({ tx, audited, happened }) => {
      const account = await lockProven(tx, proof)
      if (!(await deletePasskey(tx, account.id, passkeyId)))
        throw new RefusalError(refuse('already_decided', codes().ownAccount.passkeys.isGone))
      await refuseLastWay(tx, account)
      await tellWayChanged(tx, account, 'way_removed')
      audited('account.remove-way', { accountId: account.id, detail: { way: 'passkey' } })
      happened({ name: 'account.way-removed', accountId: account.id })
      return {}
    })
  },
})
