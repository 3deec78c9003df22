import { destination, type Logger, pino } from 'pino'

// Next's bundle and the front door are two module worlds of one process: both write through one logger.
const shared = globalThis as typeof globalThis & { __loreleafLog?: Logger }

/** The one logger: a line of JSON for each event on standard error, where it cannot mix with what a command prints. */
export function log(): Logger {
  shared.__loreleafLog ??= pino(
    {
      base: undefined,
      level: process.env.VITEST ? 'silent' : 'info',
      redact: ['*.password', '*.secret', '*.cookie', '*.authorization'],
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination({ dest: 2, sync: true }),
  )
  return shared.__loreleafLog
}

/** Logs what nobody expected, once, where it is caught. `context` says what was under way; never what a person typed. */
export function logError(error: unknown, context: Record<string, unknown> = {}): void {
  log().error({ err: error, ...context }, error instanceof Error ? error.message : String(error))
}
