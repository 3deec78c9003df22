import { lockCredentials } from '@/db/accounts/credentials'
import { deleteIdentity, findIdentity, insertIdentity } from '@/db/accounts/outside-identities'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { refuseLastWay } from '@/lib/accounts/ways'
import { env } from '@/lib/env'
import { RefusalError, refuse } from '@/lib/errors'
import { tellWayChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { beginLinkSchema, outsideSchema, unlinkSchema } from './outside-schema'

/**
 * Checks that whoever wants to link their account to one at another site is its owner. Gives the site; the caller lets
 * this browser go there. Refused at `currentPassword`, and for a site that is not set up.
 */
export const beginLink = operation({
  name: 'account.begin-link',
  who: 'account',
  input: beginLinkSchema,
  audits: { nothing: 'it changes nothing yet' },
  run: async ({ actor, clientInfo }, { provider, currentPassword }) => {
    if (!env.providers.some(({ key }) => key === provider))
      return refuse('not_found', codes().accounts.refused.notFound)
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    return proof.ok ? { provider } : proof
  },
})

/**
 * Links the signed-in account to one at another site. Refused where that one is linked already. For the answer of another
 * site only, which was checked (`readAnswer`), after `beginLink`: no form and no JSON leads here.
 */
export const linkOutside = operation({
  name: 'account.link',
  who: 'account',
  input: outsideSchema,
  audits: ['account.add-way'],
  announces: ['account.way-added'],
  run: ({ actor, commit }, outside) =>
    commit(async ({ tx, audited, happened }) => {
      const account = await lockCredentials(tx, actor.id)
      if (!account || !(await insertIdentity(tx, { ...outside, accountId: actor.id }))) {
        const isOwn = (await findIdentity(tx, outside)) === actor.id
        const { linkedHere, linkedElsewhere } = codes().ownAccount.outside
        throw new RefusalError(refuse('already_decided', isOwn ? linkedHere : linkedElsewhere))
      }
      await tellWayChanged(tx, account, 'way_added')
      audited('account.add-way', {
        accountId: account.id,
        detail: { way: 'another site', issuer: outside.issuer },
      })
      happened({ name: 'account.way-added', accountId: account.id })
      return {}
    }),
})

/**
 * Unlinks an account at another site from that of whoever proves their identity. Refused at `currentPassword`, where
 * it is not linked, and where the account would have no way in left.
 */
export const unlinkOutside = operation({
  name: 'account.unlink',
  who: 'account',
  input: unlinkSchema,
  audits: ['account.remove-way'],
  announces: ['account.way-removed'],
  run: async ({ actor, clientInfo, commit }, { issuer, subject, currentPassword }) => {
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    return commit(async ({ tx, audited, happened }) => {
      const account = await lockProven(tx, proof)
      if (!(await deleteIdentity(tx, account.id, { issuer, subject })))
        throw new RefusalError(refuse('already_decided', codes().ownAccount.outside.isGone))
      await refuseLastWay(tx, account)
      await tellWayChanged(tx, account, 'way_removed')
      audited('account.remove-way', { accountId: account.id, detail: { way: 'another site', issuer } })
      happened({ name: 'account.way-removed', accountId: account.id })
      return {}
    })
  },
})
