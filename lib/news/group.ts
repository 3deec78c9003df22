import type { NewsRow } from '@/db/news/news'

/** Notifications that are one line: of one topic on one day in UTC or in one mail, newest first. */
export interface NewsGroup {
  topic: string
  rows: NewsRow[]
  newest: NewsRow
  isUnread: boolean
}

/** The lines of one day, newest first. */
export interface NewsDay<T> {
  /** Its midnight in UTC. */
  day: Date
  lines: T[]
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Groups notifications by topic and `part`, by default their day; a line stands where its newest one does. */
export function groupNews(rows: readonly NewsRow[], part: (at: Date) => string = dayOf): NewsGroup[] {
  const groups = new Map<string, NewsGroup>()
  for (const row of rows) {
    const key = `${part(row.at)} ${row.topic}`
    const group = groups.get(key) ?? { topic: row.topic, rows: [], newest: row, isUnread: false }
    group.rows.push(row)
    group.isUnread ||= row.isUnread
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Puts lines under their days, in order. */
export function byDay<T extends { at: Date }>(lines: readonly T[]): NewsDay<T>[] {
  const days = new Map<string, T[]>()
  for (const line of lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line])
  return [...days].map(([day, of]) => ({ day: new Date(day), lines: of }))
}
