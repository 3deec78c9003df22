import { createHash } from 'node:crypto'
import { primary } from '@/db/client'
import { countInWindow } from '@/db/queries/rate-windows'
import { type Refusal, refuse } from '@/lib/errors'
import { accounts } from '@/lib/texts/en/accounts'
import type { Use } from './limits'

/**
 * Counts one use of each limit, in order, and gives null while all are kept. The first that is not gives a refusal
 * that says how long to wait, and the ones after it are not counted.
 */
export async function withinLimits(uses: Use[]): Promise<Refusal | null> {
  for (const { limit, of } of uses) {
    // Hashed, since a table that is only for counting should not list names.
    const key = `${limit.name}:${createHash('sha256').update(of).digest('base64url')}`
    const { count, secondsLeft } = await countInWindow(primary(), key, limit.seconds)
    if (count > limit.most) return refuse('too_many', accounts.tooMany(secondsLeft))
  }
  return null
}
