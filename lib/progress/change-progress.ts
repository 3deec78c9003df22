import { isOpenedToken, MOST_OPENED, noProgress, type Progress, parseTokens } from './progress'

/** The value of a button that says everything was seen, and of one that takes back whatever was said. */
export const ALL_SEEN = 'all'
export const FORGET = 'forget'

/**
 * A reader's own change. `seen`: places reached, one a work, as `w12p345~w20p0`, `ALL_SEEN` or `FORGET`; `opened` and
 * `closed`: something by itself, by its name (`factToken`, `passageToken`).
 */
export type ProgressChange = { seen: string } | { opened: string } | { closed: string }

/** The progress after a change that was made at a moment, in seconds since 1970; null when the change is odd. */
export function changeProgress(progress: Progress, change: ProgressChange, now: number): Progress | null {
  const changed = { ...progress, changedAt: Math.max(now, progress.changedAt) }
  if (!('seen' in change)) {
    const token = 'opened' in change ? change.opened : change.closed
    if (!isOpenedToken(token)) return null
    const others = progress.opened.filter((one) => one !== token)
    return { ...changed, opened: 'opened' in change ? [...others, token].slice(-MOST_OPENED) : others }
  }
  if (change.seen === ALL_SEEN) return { ...changed, hasSeenAll: true }
  if (change.seen === FORGET) return { ...noProgress, changedAt: changed.changedAt }
  const said = parseTokens(change.seen.split('~'))
  if (!said || said.changedAt > 0 || said.hasSeenAll || said.opened.length > 0) return null
  // Who states a place has not seen it all.
  return { ...changed, reached: new Map([...progress.reached, ...said.reached]), hasSeenAll: false }
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
