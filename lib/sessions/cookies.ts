import { env } from '@/lib/env'
import { paths } from '@/lib/routes'

/** How long somebody stays signed in, in days. */
export const SESSION_DAYS = 30

/** Readable by scripts: tells the shared pages that asking `/api/me` is worth it. Says nothing else. */
export const HINT_COOKIE = 'loreleaf_hint'

const shared = () => ({ path: '/', sameSite: 'lax' as const, secure: env.isSecure })

/** The cookie that carries the signed session; no script reads it. Over https no other host can set it either. */
export const sessionCookie = () => ({
  name: env.isSecure ? '__Host-loreleaf_session' : 'loreleaf_session',
  options: { ...shared(), httpOnly: true },
})

/** The hint that goes with it and lasts as long. */
export const hintCookie = () => ({
  name: HINT_COOKIE,
  value: '1',
  options: { ...shared(), httpOnly: false, maxAge: SESSION_DAYS * 86_400 },
})

/** Holds a new recovery code, sealed, until it has been shown. Sent nowhere but to the account's own pages. */
export const RECOVERY_COOKIE = 'loreleaf_recovery'

/** That cookie: a quarter of an hour is enough to write a code down. */
export const recoveryCookie = () => ({
  name: RECOVERY_COOKIE,
  options: { ...shared(), httpOnly: true, path: paths.account(), maxAge: 15 * 60 },
})
