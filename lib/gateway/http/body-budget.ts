/** Bytes that one request holds of the common budget. */
export interface Holding {
  /** Takes so many more; false when there are not so many left. */
  take(bytes: number): boolean
  /** Gives back all that it took. */
  release(): void
}

export type BodyBudget = ReturnType<typeof createBodyBudget>

/**
 * Bounds the bodies of all requests together, in bytes, counted as they arrive: who announces much and sends little
 * takes nothing from others.
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
