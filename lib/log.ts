import { destination, type Logger, pino } from 'pino'
import { frameInSources } from '@/lib/frame-in-sources'

// Next's bundle and the gateway load separate copies of this module in one process: both write through one logger.
const shared = globalThis as typeof globalThis & { __loreleafLog?: Logger }

function log(): Logger {
  shared.__loreleafLog ??= pino(
    {
      base: undefined,
      level: process.env.VITEST ? 'silent' : 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    // Standard error, so that it does not mix with a command's output.
    destination({ dest: 2, sync: true }),
  )
  return shared.__loreleafLog
}

/**
 * Logs an unexpected error, once, where it is caught. `context` says what was in progress; never what a person typed.
 */
export function logError(error: unknown, context: Record<string, unknown> = {}): void {
  const known = knownOf(error)
  log().error({ error: known, ...context }, known.message)
}

/** Logs in one line that a request was refused, which is no error of the wiki. */
export function logRefusal(what: string, context: { path: string }): void {
  log().warn(context, what)
}

interface Known {
  message: string
  at?: string[]
  code?: string
  constraint?: string
  cause?: Known
}

/**
 * The parts of an error that may be logged. A failed query carries the values that were to be stored, in its message
 * and in the database's details: those are people's words, and are left out.
 */
export function knownOf(error: unknown, depth = 0): Known {
  if (!(error instanceof Error))
    return { message: typeof error === 'string' ? error : 'something that is no error' }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown }
  return {
    message: error.message.split('\nparams:')[0] ?? '',
    at: frames.slice(0, 12).map((line) => frameInSources(line.trim())),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(error.cause && depth < 3 ? { cause: knownOf(error.cause, depth + 1) } : {}),
  }
}
