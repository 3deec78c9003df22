import { lockCredentials } from '@/db/accounts/credentials'
import {
  beginSecondStep,
  confirmSecondStep,
  findSecondStep,
  replaceSpareCodes,
} from '@/db/accounts/second-steps'
import { endSessionsOf } from '@/db/accounts/sessions'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { confirmSecondStepSchema, proofSchema } from '@/lib/accounts/schema'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import { tellWayChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { secondStepLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { makeSpareCodes } from './spare-codes'
import { newTotpSecret, sealTotp, stepOfCode, unsealTotp } from './totp'

/**
 * Makes a secret for the app of whoever proves their identity. It is asked for only once a code has shown that the app
 * has it. Refused at `currentPassword`, and where the account has a second step already.
 */
export const beginSettingUp = operation({
  name: 'account.begin-second-step',
  who: 'account',
  input: proofSchema,
  audits: { nothing: 'it changes nothing yet' },
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    return commit(async ({ tx }) => {
      const { id } = await lockProven(tx, proof)
      if (!(await beginSecondStep(tx, id, sealTotp(newTotpSecret())))) throw new RefusalError(isThere())
      return {}
    })
  },
})

/**
 * Asks for a second step from now on, as its owner's app has shown a code. Gives spare codes: the caller shows them,
 * since only their hashes are stored. Every session of the account ends, the current one included: the caller opens a
 * new one. Refused at `code`, and when that was tried too often, or nothing was begun.
 */
export const finishSettingUp = operation({
  name: 'account.add-second-step',
  who: 'account',
  input: confirmSecondStepSchema,
  audits: ['account.add-way'],
  announces: ['account.way-added'],
  run: async ({ actor, clientInfo, commit }, { code }) => {
    const tooMany = await withinLimits(secondStepLimits(actor.id, clientInfo.network))
    if (tooMany) return tooMany
    const { codes: spareCodes, hashes } = makeSpareCodes(actor.id)
    return commit(async ({ tx, audited, happened }) => {
      const account = await lockCredentials(tx, actor.id)
      const begun = await findSecondStep(tx, actor.id)
      if (!account || !begun)
        throw new RefusalError(refuse('not_found', codes().ownAccount.secondStep.notBegun))
      if (begun.isConfirmed) throw new RefusalError(isThere())
      const secret = unsealTotp(begun.sealedSecret)
      const step = secret && stepOfCode(secret, code)
      if (!step) throw new RefusalError(wrongCode())
      await confirmSecondStep(tx, account.id, step)
      await replaceSpareCodes(tx, account.id, hashes)
      await endSessionsOf(tx, account.id)
      await tellWayChanged(tx, account, 'way_added')
      audited('account.add-way', { accountId: account.id, detail: { way: 'second step' } })
      happened({ name: 'account.way-added', accountId: account.id })
      return { spareCodes }
    })
  },
})

const isThere = (): Refusal => refuse('already_decided', codes().ownAccount.secondStep.isThere)

const wrongCode = (): Refusal =>
  refuse('wrong_credentials', codes().accounts.checkMarked, { code: codes().ownAccount.secondStep.wrongCode })
