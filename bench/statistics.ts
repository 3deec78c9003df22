/** The middle of some figures: half are at most as large. `NaN` of none. */
export const median = (figures: readonly number[]): number => {
  const sorted = ascending(figures)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The smallest of the figures that `share` (0-1) of them do not exceed (nearest rank). `NaN` of none. */
export const percentile = (figures: readonly number[], share: number): number =>
  ascending(figures)[Math.max(0, Math.ceil(share * figures.length) - 1)] ?? Number.NaN

/** How steeply points rise: the `y` that one more `x` brings, by least squares. `NaN` of fewer than two different `x`. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean('x'), mean('y')]
  const together = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  return together / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
}

const ascending = (figures: readonly number[]) => [...figures].sort((a, b) => a - b)
