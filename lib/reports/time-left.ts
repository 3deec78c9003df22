/** How long it is until then, in whole hours and minutes; none once it has passed. */
export function timeLeft(until: Date, now: Date): [hours: number, minutes: number] {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 60_000))
  return [Math.floor(minutes / 60), minutes % 60]
}
