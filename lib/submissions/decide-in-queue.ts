import { primary } from '@/db/client'
import { findNeighbour } from '@/db/queries/review'
import type { Refusal } from '@/lib/errors'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import type { QueueFilter } from '@/lib/submissions/queue-view'
import { accept } from './accept'
import { decline } from './decline'
import { requestChanges } from './request-changes'
import type { RoundSeen } from './waiting'

type Click = RoundSeen & { key: string; of?: QueueFilter | null | undefined }

/** What was decided may have changed what the public sees: then `event` says which change of the cache that was. */
type GoOn = { ok: true; path: string; event?: number }

/** Accepts, and gives the address of what waits next. */
export async function acceptInQueue(
  actor: AccountActor,
  { of, ...request }: Click,
  origin: Origin,
): Promise<GoOn | Refusal> {
  const answer = await accept(actor, request, origin)
  if (!answer.ok) return answer
  const isPublished = answer.outcome === 'published'
  const path = await wayOn(
    actor,
    request.submissionId,
    of ?? null,
    isPublished ? answer.entries[0]?.path : undefined,
  )
  return isPublished ? { ok: true, path, event: answer.event } : { ok: true, path }
}

/** Declines, and gives the address of what waits next. */
export async function declineInQueue(
  actor: AccountActor,
  { of, ...request }: Click & { reason: string },
  origin: Origin,
): Promise<GoOn | Refusal> {
  const answer = await decline(actor, request, origin)
  return answer.ok ? { ok: true, path: await wayOn(actor, request.submissionId, of ?? null) } : answer
}

/** Gives back to its author, and gives the address of what waits next. */
export async function requestChangesInQueue(
  actor: AccountActor,
  { of, ...request }: Click & { reason: string },
  origin: Origin,
): Promise<GoOn | Refusal> {
  const answer = await requestChanges(actor, request, origin)
  return answer.ok ? { ok: true, path: await wayOn(actor, request.submissionId, of ?? null) } : answer
}

/**
 * The next case, or the oldest one at the end of the queue, or the empty queue; each tells what was decided before. The
 * queue is told to those who moderate alone: others who decide go `elsewhere`.
 */
async function wayOn(
  actor: AccountActor,
  decided: number,
  of: QueueFilter | null,
  elsewhere = paths.home(),
): Promise<string> {
  if (!can(actor, 'moderate')) return elsewhere
  const next =
    (await findNeighbour(primary(), decided, of, 'next')) ??
    (await findNeighbour(primary(), decided, of, 'first'))
  return next === null ? paths.review({ of, decided }) : paths.reviewCase(next, { of, decided })
}
