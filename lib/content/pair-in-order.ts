import { diffArrays } from 'diff'

/**
 * For each part of `after` the part of `before` that it was, null for a new one. `keysBefore` and `keysAfter` say which
 * are equal; parts between the same two equal ones are paired in order. For lists of some hundred parts.
 */
export function pairInOrder(keysBefore: string[], keysAfter: string[]): (number | null)[] {
  const pairs: (number | null)[] = []
  let [next, free] = [0, 0]
  for (const run of diffArrays(keysBefore, keysAfter)) {
    if (run.removed) {
      free += run.count
      next += run.count
    } else if (run.added) {
      for (let count = 0; count < run.count; count++) pairs.push(free > 0 ? next - free-- : null)
    } else {
      free = 0
      for (let count = 0; count < run.count; count++) pairs.push(next++)
    }
  }
  return pairs
}
