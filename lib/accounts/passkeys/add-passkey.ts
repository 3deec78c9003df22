import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { lockCredentials } from '@/db/accounts/credentials'
import { countPasskeys, findPasskeysOf, insertPasskey } from '@/db/accounts/passkeys'
import { primary } from '@/db/postgres/client'
import { lockProven, proveIdentity } from '@/lib/accounts/passwords/prove-identity'
import { proofSchema } from '@/lib/accounts/schema'
import { RefusalError, refuse } from '@/lib/errors'
import { tellWayChanged } from '@/lib/mail/queue-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { readSettings } from '@/lib/settings/settings'
import { bytesOf, expecting, newChallenge, userHandle } from './ceremony'
import { newPasskeySchema } from './passkey-schema'
import { relyingParty } from './relying-party'

/** How many passkeys an account has at most. */
const MOST = 20

/**
 * Gives what a browser needs to make a passkey for whoever proves their identity, valid for five minutes. Refused at
 * `currentPassword`, and where no passkeys work, or the account has too many.
 */
export const beginPasskey = operation({
  name: 'account.begin-passkey',
  who: 'account',
  input: proofSchema,
  audits: { nothing: 'it changes nothing yet' },
  run: async ({ actor, clientInfo, commit }, { currentPassword }) => {
    const party = relyingParty()
    if (!party) return notHere()
    const proof = await proveIdentity(actor, currentPassword, clientInfo.network)
    if (!proof.ok) return proof
    const known = await findPasskeysOf(primary(), actor.id)
    if (known.length >= MOST) return refuse('too_many', codes().ownAccount.passkeys.tooMany(MOST))
    const { name } = await readSettings(primary())
    const options = await generateRegistrationOptions({
      rpName: name,
      rpID: party.id,
      userName: actor.name,
      userDisplayName: actor.name,
      userID: userHandle(actor.id),
      challenge: bytesOf(await newChallenge(actor.id)),
      excludeCredentials: known.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestationType: 'none',
    })
    return commit(async ({ tx, wroteNothing }) => {
      await lockProven(tx, proof)
      wroteNothing()
      return { options }
    })
  },
})

/**
 * Adds the passkey that a browser has made to the account that asked for it. Refused at `name`, and when it was not made
 * for this site, this account and this challenge, which is used up.
 */
export const addPasskey = operation({
  name: 'account.add-passkey',
  who: 'account',
  input: newPasskeySchema,
  audits: ['account.add-way'],
  announces: ['account.way-added'],
  run: async ({ actor, commit }, { name, answer }) => {
    const party = relyingParty()
    if (!party) return notHere()
    const response = { ...answer, clientExtensionResults: {} }
    const rules = expecting(party, actor.id, answer.response.clientDataJSON)
    // What cannot be read is thrown by the library, like what is not right.
    const checked = await verifyRegistrationResponse({ response, ...rules }).catch(() => null)
    if (!checked?.verified) return refuse('invalid', codes().ownAccount.passkeys.notMade)
    const { id, publicKey, counter } = checked.registrationInfo.credential
    return commit(async ({ tx, audited, happened }) => {
      const account = await lockCredentials(tx, actor.id)
      const key = Buffer.from(publicKey).toString('base64url')
      const isFull = (await countPasskeys(tx, actor.id)) >= MOST
      if (
        !account ||
        isFull ||
        !(await insertPasskey(tx, { id, accountId: actor.id, name, publicKey: key, counter }))
      )
        throw new RefusalError(refuse('already_decided', codes().ownAccount.passkeys.isThere))
      await tellWayChanged(tx, account, 'way_added')
      audited('account.add-way', { accountId: account.id, detail: { way: 'passkey' } })
      happened({ name: 'account.way-added', accountId: account.id })
      return {}
    })
  },
})

const notHere = () => refuse('not_found', codes().accounts.refused.notFound)
