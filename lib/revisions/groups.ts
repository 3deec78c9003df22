import { messages } from '@/lib/messages/messages'
import type { RevisionLine } from './line'

/** What was done to one entry on one day, newest first; at least one line. */
export type ChangesOfEntry = [RevisionLine, ...RevisionLine[]]

/** Lines by day, in words, in their order. */
export const byDay = (lines: readonly RevisionLine[]) =>
  groupedBy(lines, (line) => messages().dates.dayInWords(line.at))

/** Lines by entry, in the order of the newest of each. */
export const byEntry = (lines: readonly RevisionLine[]): ChangesOfEntry[] =>
  groupedBy(lines, (line) => line.entry.id).map(([, changes]) => changes)

function groupedBy<Key>(
  lines: readonly RevisionLine[],
  keyOf: (line: RevisionLine) => Key,
): [Key, ChangesOfEntry][] {
  const groups = new Map<Key, ChangesOfEntry>()
  for (const line of lines) {
    const group = groups.get(keyOf(line))
    if (group) group.push(line)
    else groups.set(keyOf(line), [line])
  }
  return [...groups]
}
