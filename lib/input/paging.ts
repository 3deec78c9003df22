/** A page of a long list, and where the next one begins; null at the list's end. */
export interface Paginated<T, K> {
  shown: T[]
  next: K | null
}

/**
 * Cuts a page of `most` items from rows that were queried with one extra row, which tells whether the list continues.
 */
export function paginate<T, K>(rows: readonly T[], most: number, keyOf: (row: T) => K): Paginated<T, K> {
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return { shown, next: rows.length > most && last !== undefined ? keyOf(last) : null }
}
