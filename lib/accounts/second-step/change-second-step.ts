import { deleteSecondStep, hasSecondStep, replaceSpareCodes } from '@/db/accounts/second-steps'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { proofSchema } from '@/lib/accounts/schema'
import { RefusalError, refuse } from '@/lib/errors'
import { tellWayChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { makeSpareCodes } from './spare-codes'

/**
 * Makes and gives new spare codes for whoever proves their identity; the previous ones become invalid. Refused at
 * `currentPassword`, and where the account has no second step.
 */
export const newSpareCodes = operation({
  name: 'account.new-spare-codes',
  who: 'account',
  input: proofSchema,
  audits: ['account.add-way'],
  announces: ['account.way-added'],
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    const { codes: spareCodes, hashes } = makeSpareCodes(actor.id)
    return commit(async ({ tx, audited, happened }) => {
      const account = await lockProven(tx, proof)
      if (!(await hasSecondStep(tx, account.id))) throw new RefusalError(isGone())
      await replaceSpareCodes(tx, account.id, hashes)
      await tellWayChanged(tx, account, 'way_added')
      audited('account.add-way', { accountId: account.id, detail: { way: 'spare codes' } })
      happened({ name: 'account.way-added', accountId: account.id })
      return { spareCodes }
    })
  },
})

/**
 * Removes the second step of whoever proves their identity, with its spare codes: from then on their other ways to sign
 * in are enough. Refused at `currentPassword`, and where the account has none.
 */
export const removeSecondStep = operation({
  name: 'account.remove-second-step',
  who: 'account',
  input: proofSchema,
  audits: ['account.remove-way'],
  announces: ['account.way-removed'],
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    return commit(async ({ tx, audited, happened }) => {
      const account = await lockProven(tx, proof)
      if (!(await deleteSecondStep(tx, account.id))) throw new RefusalError(isGone())
      await tellWayChanged(tx, account, 'way_removed')
      audited('account.remove-way', { accountId: account.id, detail: { way: 'second step' } })
      happened({ name: 'account.way-removed', accountId: account.id })
      return {}
    })
  },
})

const isGone = () => refuse('already_decided', codes().ownAccount.secondStep.isGone)
