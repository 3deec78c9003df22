import type { Refusal } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { revert } from './revert'

/** Reverts, and gives the address to go on to: the entry, or the submission that waits for review. */
export async function revertAndShow(
  actor: AccountActor,
  request: Parameters<typeof revert>[1],
  origin: Origin,
): Promise<{ ok: true; path: string; event?: number } | Refusal> {
  const answer = await revert(actor, request, origin)
  if (!answer.ok) return answer
  if (answer.outcome === 'waiting') return { ok: true, path: paths.submission(answer.submissionId) }
  return { ok: true, path: answer.entries[0]?.path ?? paths.home(), event: answer.event }
}
