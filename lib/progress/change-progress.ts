import { MOST_OPENED, type Progress } from './progress'

/** A reader's own change. */
export type ProgressChange =
  /** Place 0 is before the first one; null takes back that anything was said of the work. */
  { work: number; place: number | null } | { hasSeenAll: boolean } | { opened: string } | { closed: string }

/** The progress after a change that was made at a moment, in seconds since 1970. */
export function changeProgress(progress: Progress, change: ProgressChange, now: number): Progress {
  const changed = { ...progress, changedAt: Math.max(now, progress.changedAt) }
  if ('work' in change) {
    const reached = new Map(progress.reached)
    reached.delete(change.work)
    if (change.place !== null) reached.set(change.work, change.place)
    // Who states a place again has not seen it all.
    return { ...changed, reached, hasSeenAll: false }
  }
  if ('hasSeenAll' in change) return { ...changed, hasSeenAll: change.hasSeenAll }
  const token = 'opened' in change ? change.opened : change.closed
  const others = progress.opened.filter((one) => one !== token)
  return { ...changed, opened: 'opened' in change ? [...others, token].slice(-MOST_OPENED) : others }
}

/**
 * What two devices say, as one: of each work, and whether all was seen, what was changed later; what was opened on
 * either is open. So nothing that was said on one of them alone is lost.
 */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const [older, newer] = one.changedAt <= other.changedAt ? [one, other] : [other, one]
  return {
    changedAt: newer.changedAt,
    reached: new Map([...older.reached, ...newer.reached]),
    hasSeenAll: newer.hasSeenAll,
    opened: [...new Set([...older.opened, ...newer.opened])].slice(-MOST_OPENED),
  }
}
