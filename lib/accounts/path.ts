/** Where an account's contributions are read. */
export const accountPath = (id: number) => `/accounts/${id}`

/** Where a new recovery code is shown; `next` is where its owner goes on from there. */
export const recoveryCodePath = (next: string) => `/account/recovery-code?next=${encodeURIComponent(next)}`
