import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { findPasskey, notePasskeyUsed } from '@/db/accounts/passkeys'
import { primary } from '@/db/postgres/client'
import { nothingSchema } from '@/lib/accounts/schema'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { networkSignInLimits } from '@/lib/rate-limit/limits'
import { bytesOf, expecting, newChallenge, userHandle } from './ceremony'
import { passkeyAnswerSchema } from './passkey-schema'
import { relyingParty } from './relying-party'

/** Gives a challenge that any passkey of this site may sign, valid for five minutes. Refused where none work. */
export const askForPasskey = operation({
  name: 'account.ask-for-passkey',
  who: 'entrance',
  input: nothingSchema,
  audits: { nothing: 'it changes nothing yet' },
  limits: (_, { network }) => networkSignInLimits(network),
  run: async () => {
    const party = relyingParty()
    if (!party) return refuse('not_found', codes().accounts.refused.notFound)
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      challenge: bytesOf(await newChallenge(null)),
      userVerification: 'required',
    })
    return { options }
  },
})

/**
 * The account whose passkey has signed the challenge, which is used up. A passkey is something that one has, unlocked by
 * something that one knows or is: no second step is asked for. Refused alike for an unknown passkey, another site's
 * answer, a used challenge, and a counter that does not go up.
 */
export const signInWithPasskey = operation({
  name: 'account.sign-in-with-passkey',
  who: 'entrance',
  input: passkeyAnswerSchema,
  audits: { nothing: 'sessions are their account’s own' },
  limits: (_, { network }) => networkSignInLimits(network),
  run: async (_, { answer }) => {
    const party = relyingParty()
    const known = await findPasskey(primary(), answer.id)
    if (!party || !known) return refused()
    const { userHandle: handle, ...response } = answer.response
    if (handle && handle !== Buffer.from(userHandle(known.accountId)).toString('base64url')) return refused()
    const checked = await verifyAuthenticationResponse({
      response: { ...answer, response, clientExtensionResults: {} },
      credential: { id: known.id, publicKey: bytesOf(known.publicKey), counter: known.counter },
      ...expecting(party, null, response.clientDataJSON),
    }).catch(() => null)
    if (!checked?.verified) return refused()
    const { newCounter } = checked.authenticationInfo
    if (!(await notePasskeyUsed(primary(), known.id, known.counter, newCounter))) return refused()
    return { accountId: known.accountId }
  },
})

const refused = () => refuse('wrong_credentials', codes().accounts.passkey.refused)
