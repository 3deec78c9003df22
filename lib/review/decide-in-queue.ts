import { primary } from '@/db/postgres/client'
import { findQueueNeighbour } from '@/db/review/review'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import type { AcceptResult } from './accept'
import type { QueueFilter } from './queue-view'

/** What was decided, with the part of the queue to go on with. */
interface Click {
  submissionId: number
  of?: QueueFilter | null | undefined
}

/** Where accepting a submission leads: what waits next, or the page that was changed. */
export async function onFromAccepted(
  done: AcceptResult,
  click: Click,
  actor: Actor,
): Promise<{ path: string }> {
  return { path: await wayOn(actor, click, done.outcome === 'published' ? done.entries[0]?.path : undefined) }
}

/** Where turning one down leads. */
export async function onFromTurnedDown(_: object, click: Click, actor: Actor): Promise<{ path: string }> {
  return { path: await wayOn(actor, click) }
}

/**
 * The next case, or the oldest one at the end of the queue, or the empty queue; each says what was decided before. The
 * queue is for those who moderate alone: others who decide go `elsewhere`.
 */
async function wayOn(
  actor: Actor,
  { submissionId: decided, of = null }: Click,
  elsewhere = paths.home(),
): Promise<string> {
  if (!can(actor, 'moderate')) return elsewhere
  const next =
    (await findQueueNeighbour(primary(), decided, of, 'next')) ??
    (await findQueueNeighbour(primary(), decided, of, 'first'))
  return next === null ? paths.review({ of, decided }) : paths.reviewCase(next, { of, decided })
}
