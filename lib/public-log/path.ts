/** Whom or what the log is asked about. */
export type LogSubject = { entry: number } | { account: number }

/** Where the public log is read, or only what it tells of an entry or an account, by id. */
export function logPath(of?: LogSubject): string {
  if (!of) return '/log'
  return 'entry' in of ? `/log?of=entry:${of.entry}` : `/log?of=account:${of.account}`
}
