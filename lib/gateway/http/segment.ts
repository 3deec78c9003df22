/**
 * A map bounded by weight: what has not been asked for longest goes first. `onGone` is called with everything that leaves,
 * for whatever reason.
 */
export function createSegment<T>(capacity: number, onGone: (key: string, value: T) => void) {
  // A Map keeps the order of insertion: what is asked for is moved to the end.
  const held = new Map<string, { value: T; weight: number }>()
  let bytes = 0
  let newest = ''

  function remove(key: string): void {
    const item = held.get(key)
    if (!item) return
    held.delete(key)
    bytes -= item.weight
    onGone(key, item.value)
  }

  return {
    get(key: string): T | undefined {
      const item = held.get(key)
      if (!item) return undefined
      if (key !== newest) {
        held.delete(key)
        held.set(key, item)
        newest = key
      }
      return item.value
    },

    /** Holds `value`, or gives false when it alone would take more than an eighth of the place. */
    set(key: string, value: T, weight: number): boolean {
      remove(key)
      if (weight > capacity / 8) return false
      held.set(key, { value, weight })
      newest = key
      bytes += weight
      for (const oldest of held.keys()) {
        if (bytes <= capacity) break
        remove(oldest)
      }
      return true
    },

    delete: remove,
    clear: () => [...held.keys()].forEach(remove),
    bytes: () => bytes,
    count: () => held.size,
  }
}
