import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { findRecoveryHash } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { nothingSchema } from '@/lib/accounts/schema'
import { env } from '@/lib/env'
import { operation } from '@/lib/operations/operation'
import { RECOVERY_COOKIE, recoveryCookie } from '@/lib/sessions/cookies'
import { hashOfRecoveryCode } from './recovery-code'

/**
 * Leaves a new code with this browser, sealed and for a quarter of an hour, so that `/account/recovery-code` can show
 * it on the next page, without JavaScript and after a redirect; never in an address. Whoever makes a code (signing up,
 * `signUp`; recovering; asking for another) calls this once its transaction has committed, and leads there. Actions only.
 */
export async function keepRecoveryCode(accountId: number, code: string): Promise<void> {
  const { name, options } = recoveryCookie()
  const token = { sub: String(accountId), code }
  const sealed = await encode({ token, secret: env.authSecret, salt: name, maxAge: options.maxAge })
  ;(await cookies()).set(name, sealed, options)
}

/** The code that waits in this browser to be shown to this account; null when none does, or it is good no more. */
export async function recoveryCodeToShow(accountId: number): Promise<string | null> {
  const sealed = (await cookies()).get(RECOVERY_COOKIE)?.value
  if (!sealed) return null
  try {
    const token = await decode({ token: sealed, secret: env.authSecret, salt: RECOVERY_COOKIE })
    if (token?.sub !== String(accountId) || typeof token.code !== 'string') return null
    const isGood = hashOfRecoveryCode(token.code) === (await findRecoveryHash(primary(), accountId))
    return isGood ? token.code : null
  } catch {
    // Too old, or made up: as good as none.
    return null
  }
}

/** Takes the code out of this browser, since its owner has kept it. Forms only. */
export const codeIsKept = operation({
  name: 'account.keep-code',
  who: 'anyone',
  input: nothingSchema,
  audits: { nothing: 'it writes nothing' },
  run: async () => {
    ;(await cookies()).delete({ name: RECOVERY_COOKIE, path: recoveryCookie().options.path })
    return {}
  },
})
