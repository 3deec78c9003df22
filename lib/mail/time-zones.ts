/** Where nobody has said anything, times are in UTC. */
export const UTC = 'UTC'

/** The time zones of the IANA database that this system knows, by name. */
export const timeZones = (): string[] => [...new Set([UTC, ...Intl.supportedValuesOf('timeZone')])]

/** Whether a text names a time zone of the IANA database, also by a former name. */
export function isTimeZone(name: string): boolean {
  // A bare offset like "+02:00" has no summer time, and is no place.
  if (!/^[A-Za-z][\w/+-]{0,60}$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
