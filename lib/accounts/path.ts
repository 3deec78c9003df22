import { paths } from '@/lib/routes'

/** Where one's own account is looked after; `done` names what was just changed. */
export const settingsPath = (done: Settled) => paths.account({ done })
/** What can have been changed. */
export const settled = ['name', 'password', 'email-removed'] as const
export type Settled = (typeof settled)[number]

/** Where one's own open sessions are. */
export const sessionsPath = paths.sessions()

/** Where one's own address is looked after. */
export const emailPath = () => paths.accountEmail()
