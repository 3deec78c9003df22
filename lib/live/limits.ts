/** The limits of live streams; times in milliseconds. */
export interface LiveLimits {
  /** Streams of all people on this gateway: half of the connections that it accepts. */
  all: number
  /** Of one account: a browser has one. */
  ofOneAccount: number
  /** How often a line is sent on a stream on which nothing happens, so that nobody in between closes it. */
  heartbeat: number
  /** How long notices are gathered, so that what concerns many is one statement; and at least between two looks. */
  gather: number
  pause: number
  /** How many sessions one statement looks up. */
  atOnce: number
  /** How often all sessions are looked up without a notice: a session may run out, and a setting may change. */
  recheck: number
  /** How long is waited after a look that failed. */
  afterFailure: number
  /** How many bytes may wait for a reader who does not read. */
  unread: number
}

export const LIVE_LIMITS: LiveLimits = {
  all: 5_000,
  ofOneAccount: 20,
  heartbeat: 15_000,
  gather: 30,
  pause: 200,
  atOnce: 500,
  recheck: 5 * 60_000,
  afterFailure: 2_000,
  unread: 16_384,
}
