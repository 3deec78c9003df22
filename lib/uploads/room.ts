/** What may arrive at once. */
export interface RoomLimits {
  uploads: number
  ofOneAccount: number
  /** Of all of them together, as announced. */
  bytes: number
}

/**
 * Counts the uploads that are arriving, apart from the gateway's other requests: however slow they are, readers notice
 * nothing. What does not fit is refused at once, since its sender can come back.
 */
export function createRoom(limits: RoomLimits) {
  const byAccount = new Map<number, number>()
  let uploads = 0
  let bytes = 0

  return {
    /** Takes a place for so many bytes of an account; gives the function that returns it, or null when there is none. */
    enter(accountId: number, size: number): (() => void) | null {
      const own = byAccount.get(accountId) ?? 0
      if (uploads >= limits.uploads || own >= limits.ofOneAccount || bytes + size > limits.bytes) return null
      uploads += 1
      bytes += size
      byAccount.set(accountId, own + 1)
      return () => {
        uploads -= 1
        bytes -= size
        const left = (byAccount.get(accountId) ?? 1) - 1
        if (left > 0) byAccount.set(accountId, left)
        else byAccount.delete(accountId)
      }
    },
  }
}
