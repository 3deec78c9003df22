import { z } from 'zod'
import { issueText } from '@/lib/messages/message'
import { coded, line, storable, typed } from '@/lib/text/plain'

const base64url = (most: number) => coded(/^[\w-]+$/, most)
const id = base64url(1_400)
const type = z.literal('public-key')

/** What a browser answers when it has made a passkey (WebAuthn 3 §5.1.3, as JSON); the library reads the rest. */
export const newPasskeySchema = z.object({
  name: line(60).refine((text) => text !== '', issueText('ownAccount.passkeys.giveName')),
  answer: z.object({
    id,
    rawId: id,
    type,
    response: z.object({ clientDataJSON: base64url(4_000), attestationObject: base64url(20_000) }),
  }),
})

/** What a browser answers when a passkey has signed a challenge. */
export const passkeyAnswerSchema = z.object({
  answer: z.object({
    id,
    rawId: id,
    type,
    response: z.object({
      clientDataJSON: base64url(4_000),
      authenticatorData: base64url(4_000),
      signature: base64url(4_000),
      userHandle: base64url(200).nullish(),
    }),
  }),
})

/** Which passkey to remove, and the current password. */
export const removePasskeySchema = z.object({ passkeyId: storable(1_400), currentPassword: typed(10_000) })
