import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { findRecoveryHash } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { nothingSchema } from '@/lib/accounts/schema'
import { env } from '@/lib/env'
import { operation } from '@/lib/operations/operation'
import { RECOVERY_COOKIE, recoveryCookie, SPARE_CODES_COOKIE } from '@/lib/sessions/cookies'
import { hashOfRecoveryCode } from './recovery-code'

/**
 * Keeps a new code in an encrypted cookie of this browser for a quarter of an hour, so that `/account/recovery-code`
 * can show it after a redirect, without JavaScript and never in an address. Whoever makes a code (signing up, `signUp`;
 * recovering; asking for another) calls this once its transaction has committed, and redirects there. Actions only.
 */
export async function keepRecoveryCode(accountId: number, code: string): Promise<void> {
  const { name, options } = recoveryCookie()
  const token = { sub: String(accountId), code }
  const sealed = await encode({ token, secret: env.authSecret, salt: name, maxAge: options.maxAge })
  ;(await cookies()).set(name, sealed, options)
}

/** The code to be shown to this account in this browser; null when there is none, or it has expired. */
export async function recoveryCodeToShow(accountId: number): Promise<string | null> {
  const sealed = (await cookies()).get(RECOVERY_COOKIE)?.value
  if (!sealed) return null
  try {
    const token = await decode({ token: sealed, secret: env.authSecret, salt: RECOVERY_COOKIE })
    if (token?.sub !== String(accountId) || typeof token.code !== 'string') return null
    const isGood = hashOfRecoveryCode(token.code) === (await findRecoveryHash(primary(), accountId))
    return isGood ? token.code : null
  } catch {
    // Too old, or forged: treated as missing.
    return null
  }
}

/** Deletes the codes from this browser, since their owner has noted them. Forms only. */
export const codeIsKept = operation({
  name: 'account.keep-code',
  who: 'anyone',
  input: nothingSchema,
  audits: { nothing: 'it writes nothing' },
  run: async () => {
    const jar = await cookies()
    const { path } = recoveryCookie().options
    for (const name of [RECOVERY_COOKIE, SPARE_CODES_COOKIE]) jar.delete({ name, path })
    return {}
  },
})
