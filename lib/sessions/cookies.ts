import { env } from '@/lib/env'
import { PROGRESS_COOKIE, PROGRESS_SECONDS } from '@/lib/progress/progress'
import { paths } from '@/lib/routes'

/** How long a session lasts, in days. */
export const SESSION_DAYS = 30

/** Readable by scripts: tells shared pages that asking `/api/me` is worth it. Says nothing else. */
export const HINT_COOKIE = 'loreleaf_hint'

const shared = () => ({ path: '/', sameSite: 'lax' as const, secure: env.isSecure })

/** The cookie with the signed session, not readable by scripts. Over https no other host can set it either. */
export const sessionCookie = () => ({
  name: env.isSecure ? '__Host-loreleaf_session' : 'loreleaf_session',
  options: { ...shared(), httpOnly: true },
})

/** The hint cookie, which lasts as long. */
export const hintCookie = () => ({
  name: HINT_COOKIE,
  value: '1',
  options: { ...shared(), httpOnly: false, maxAge: SESSION_DAYS * 86_400 },
})

/** The cookie that says how far a reader is: scripts change it, too. An empty value makes the browser forget it. */
export const progressCookie = (value: string) => ({
  name: PROGRESS_COOKIE,
  value,
  options: { ...shared(), httpOnly: false, maxAge: value === '' ? 0 : PROGRESS_SECONDS },
})

/** The cookie with a new recovery code, encrypted, until it has been shown. Sent only to the account's own pages. */
export const RECOVERY_COOKIE = 'loreleaf_recovery'

/** Its attributes: a quarter of an hour is enough to write a code down. */
export const recoveryCookie = () => ({
  name: RECOVERY_COOKIE,
  options: { ...shared(), httpOnly: true, path: paths.account(), maxAge: 15 * 60 },
})

/** The cookie with new spare codes, in the same way. */
export const SPARE_CODES_COOKIE = 'loreleaf_spares'

/** The attributes of the cookie that shows the spare codes once. */
export const spareCodesCookie = () => ({ ...recoveryCookie(), name: SPARE_CODES_COOKIE })

/** What a browser keeps, encrypted, while it signs in with another site: each on the addresses that need it. */
const outside = {
  linking: { path: paths.signIn(), maxAge: 10 * 60 },
  asked: { path: paths.signIn(), maxAge: 10 * 60 },
  step: { path: paths.signIn(), maxAge: 10 * 60 },
  newcomer: { path: paths.signUp(), maxAge: 30 * 60 },
}

/** The cookie of one of these, and its attributes; not readable by scripts. */
export const outsideCookie = (kind: keyof typeof outside) => ({
  name: `loreleaf_${kind}`,
  options: { ...shared(), httpOnly: true, ...outside[kind] },
})
