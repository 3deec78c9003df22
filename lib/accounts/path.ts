/** Where an account's contributions are read. */
export const accountPath = (id: number) => `/accounts/${id}`

/** Where a new recovery code is shown; `next` is where its owner goes on from there. */
export const recoveryCodePath = (next: string) => `/account/recovery-code?next=${encodeURIComponent(next)}`

/** Where one's own account is looked after; `done` names what was just changed. */
export const settingsPath = (done: Settled) => `/account?done=${done}`
/** What can have been changed. */
export const settled = ['name', 'password', 'email-removed'] as const
export type Settled = (typeof settled)[number]

/** Where one's own open sessions are. */
export const sessionsPath = '/account/sessions'

/** Where one's own address is looked after; `next` is where to go on from there. */
export const emailPath = (next?: string) =>
  next === undefined ? '/account/email' : `/account/email?next=${encodeURIComponent(next)}`

/** Where to go with a forgotten password; `next` is where to go on from there. */
export const forgottenPath = (next: string, sendsMail: boolean) =>
  sendsMail ? '/forgot-password' : `/recover?next=${encodeURIComponent(next)}`
