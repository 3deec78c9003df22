/** The bytes that one request has taken from the common budget. */
export interface Holding {
  /** Takes more bytes; false when fewer are left. */
  take(bytes: number): boolean
  /** Returns all that it took. */
  release(): void
}

export type BodyBudget = ReturnType<typeof createBodyBudget>

/**
 * Limits the bodies of all requests together, in bytes, counted as they arrive: a request that announces a large body
 * and sends little takes nothing from others.
 */
export function createBodyBudget(most: number) {
  let held = 0
  return {
    open(): Holding {
      let own = 0
      return {
        take(bytes) {
          if (held + bytes > most) return false
          held += bytes
          own += bytes
          return true
        },
        release() {
          held -= own
          own = 0
        },
      }
    },
  }
}
