import { createHash } from 'node:crypto'
import { insertChallenge, takeChallenge } from '@/db/accounts/passkeys'
import { primary } from '@/db/postgres/client'
import { idOfSecret, newSecret } from '@/lib/secret'
import type { RelyingParty } from './relying-party'

/** For how long a challenge can be answered. */
const SECONDS = 300

/** A new challenge, in base64url, to add a passkey to an account, or with null to sign in. */
export async function newChallenge(accountId: number | null): Promise<string> {
  const challenge = newSecret()
  await insertChallenge(primary(), { id: idOfSecret(challenge), accountId, seconds: SECONDS })
  return challenge
}

/** The rules that an answer is checked by. Checking uses the challenge up, whatever comes of it. */
export const expecting = (party: RelyingParty, accountId: number | null, clientDataJSON: string) => ({
  expectedChallenge: (challenge: string) => takeChallenge(primary(), idOfSecret(challenge), accountId),
  expectedOrigin: originIn(party, clientDataJSON),
  expectedRPID: party.id,
  requireUserVerification: true,
})

/** The origin in an answer where it is this site's; otherwise one that none has. */
function originIn(party: RelyingParty, clientDataJSON: string): string {
  try {
    const { origin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return typeof origin === 'string' && party.isOrigin(origin) ? origin : 'no origin'
  } catch {
    return 'no origin'
  }
}

/** The account as its passkeys name it: 32 bytes that say nothing about who it is (WebAuthn 3 §14.6.1). */
export const userHandle = (accountId: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`loreleaf passkeys of ${accountId}`).digest())

/** The bytes of a text in base64url. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, 'base64url'))
