/** Where an account's contributions are read. */
export const accountPath = (id: number) => `/accounts/${id}`

/** Where a new recovery code is shown; `next` is where its owner goes on from there. */
export const recoveryCodePath = (next: string) => `/account/recovery-code?next=${encodeURIComponent(next)}`

/** Where one's own account is looked after; `done` names what was just changed. */
export const settingsPath = (done: Settled) => `/account?done=${done}`
/** What can have been changed. */
export const settled = ['name', 'password', 'email', 'email-removed'] as const
export type Settled = (typeof settled)[number]

/** Where one's own open sessions are. */
export const sessionsPath = '/account/sessions'
