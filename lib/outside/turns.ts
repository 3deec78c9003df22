import { setTimeout as sleep } from 'node:timers/promises'
import { endTurn, takeHost } from '@/db/outside/hosts'
import { primary } from '@/db/postgres/client'

/** How long a host is ours when the process that asks it dies, in seconds: longer than any request may take. */
const LEASE = 30
/** The pause between two requests to a host, in seconds. */
const PAUSE = 0.5
const POLL_MS = 100

/** A turn with a host; it ends with the pause, or with the time from which the host wants to be asked again. */
export interface Turn {
  end: (again?: Date) => Promise<void>
}

/**
 * Takes the turn to ask a host, of which there is one among all processes; waits for it so many milliseconds at most, not
 * at all where the host wants to be left alone for longer than any turn, and says until when it is busy.
 */
export async function takeTurn(host: string, within: number): Promise<Turn | { until: Date }> {
  const giveUp = Date.now() + within
  for (;;) {
    const taken = await takeHost(primary(), host, LEASE)
    const { lease } = taken
    if (lease !== null) return { end: (again) => endTurn(primary(), host, lease, again ?? PAUSE) }
    const isForLong = taken.busyUntil.getTime() > Date.now() + LEASE * 1_000
    if (isForLong || Date.now() >= giveUp) return { until: taken.busyUntil }
    await sleep(POLL_MS)
  }
}
