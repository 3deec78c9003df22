const DAY = 86_400_000

/**
 * The moment at which a clock there shows what `wanted` would be in UTC: the later one of two; where clocks are put forward
 * over it, the moment that is as long after that.
 */
export function momentOf(wanted: number, zone: string): number {
  const offsets = [wanted - DAY, wanted + DAY].map((near) => wallClock(near, zone) - near)
  const moments = offsets.map((offset) => wanted - offset)
  const exact = moments.filter((at) => wallClock(at, zone) === wanted)
  return Math.max(...(exact.length > 0 ? exact : moments))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock there shows, as if it were in UTC, in milliseconds. */
export function wallClock(at: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  clocks.set(zone, clock)
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
