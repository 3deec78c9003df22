import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { here, PASSWORD } from '@/lib/accounts/testing'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { addPasskey, beginPasskey } from './add-passkey'
import { askForPasskey, signInWithPasskey } from './sign-in-with-passkey'

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()

interface Answering {
  origin?: string
  host?: string
  /** What the device's owner did: was there, and unlocked it. */
  flags?: number
  counter?: number
}

const THERE = 0x01
const UNLOCKED = 0x04
const HAS_KEY = 0x40

/** A device that holds one passkey and answers a browser, honestly unless it is told otherwise (WebAuthn 3 §6). */
export function device() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(20)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  const clientData = (type: string, challenge: string, origin = 'http://localhost:3000') =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  function authenticatorData(flags: number, { host = 'localhost', counter = 0 }: Answering) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(host), Buffer.from([flags]), count])
  }
  const named = { id: base64url(id), rawId: base64url(id), type: 'public-key' as const }

  return {
    id: named.id,
    /** Answers a challenge to make a passkey. */
    makes(challenge: string, how: Answering = {}) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        authenticatorData((how.flags ?? THERE | UNLOCKED) | HAS_KEY, how),
        Buffer.alloc(16),
        length,
        id,
        isoCBOR.encode(cose),
      ])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      const response = {
        clientDataJSON: base64url(clientData('webauthn.create', challenge, how.origin)),
        attestationObject: base64url(isoCBOR.encode(attestation as never)),
      }
      return { ...named, response }
    },
    /** Answers a challenge to sign in. */
    signs(challenge: string, how: Answering & { userHandle?: string } = {}) {
      const client = clientData('webauthn.get', challenge, how.origin)
      const data = authenticatorData(how.flags ?? THERE | UNLOCKED, how)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      const response = {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        ...(how.userHandle !== undefined && { userHandle: how.userHandle }),
      }
      return { ...named, response }
    },
  }
}

/** A challenge to make a passkey for an account, and the account as the device is to know it. */
export async function challengeToAdd(actor: AccountActor, currentPassword = PASSWORD) {
  const begun = await beginPasskey(actor, { currentPassword }, here)
  if (!begun.ok) throw new Error('no passkey may be made')
  return { challenge: begun.options.challenge, handle: begun.options.user.id }
}

/** A challenge to sign in. */
export async function challengeToSignIn(): Promise<string> {
  const asked = await askForPasskey(visitor, {}, here)
  if (!asked.ok) throw new Error('no passkey may sign in')
  return asked.options.challenge
}

/** Signs in with an answer. */
export const signInWith = (answer: ReturnType<ReturnType<typeof device>['signs']>) =>
  signInWithPasskey(visitor, { answer }, here)

/** Gives an account a passkey, and its device. */
export async function withPasskey(actor: AccountActor, how: Answering = {}) {
  const key = device()
  const { challenge } = await challengeToAdd(actor)
  const added = await addPasskey(actor, { name: 'My phone', answer: key.makes(challenge, how) }, here)
  if (!added.ok) throw new Error('the passkey was not added')
  return key
}
