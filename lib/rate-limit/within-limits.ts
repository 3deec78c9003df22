import { createHash } from 'node:crypto'
import { primary } from '@/db/postgres/client'
import { countInWindow, deleteWindows } from '@/db/rate-limit/rate-windows'
import { type Refusal, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Use } from './limits'

/**
 * Counts one use of each limit, in order, and gives null while all are kept. The first one exceeded gives a refusal
 * that says how long to wait, and the ones after it are not counted.
 */
export async function withinLimits(uses: Use[]): Promise<Refusal | null> {
  for (const use of uses) {
    const { limit, by } = use
    const { count, secondsLeft } = await countInWindow(primary(), keyOf(use), limit.seconds, by)
    if (count > limit.most)
      return { ...refuse('too_many', codes().accounts.tooMany(secondsLeft)), retryAfter: secondsLeft }
  }
  return null
}

/** Resets these limits. */
export function resetLimits(uses: Use[]): Promise<void> {
  return deleteWindows(primary(), uses.map(keyOf))
}

/** Hashed, since a table of counters should not list names. */
const keyOf = ({ limit, of }: Use) => `${limit.name}:${createHash('sha256').update(of).digest('base64url')}`
