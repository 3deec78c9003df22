/** One figure of the bench, what it is held against in the same run, and whether it is as good as it should be. */
export interface Row {
  part: string
  name: string
  /** Null when it could not be measured here; `note` says why. */
  value: number | null
  unit: string
  baseline: Baseline | null
  /** The value divided by its baseline. */
  ratio: number | null
  goal: Goal | null
  /** Null without a goal, or without a value. */
  met: boolean | null
  /** What one has to know to read the figure. */
  note: string | null
}

export interface Baseline {
  name: string
  value: number
}

/** What a figure, or its ratio to the baseline, should reach or not exceed. */
export interface Goal {
  of: 'value' | 'ratio'
  is: 'at least' | 'at most'
  figure: number
}

type Measured = Pick<Row, 'name' | 'unit'> & { value: number } & Partial<
    Pick<Row, 'baseline' | 'goal' | 'note'>
  >

/** A measured figure of a part as a row of the table; the part's own name is put in when the part is done. */
export function figure({ baseline = null, goal = null, note = null, ...rest }: Measured): Row {
  const ratio = baseline && rest.value / baseline.value
  const judged = goal?.of === 'ratio' ? ratio : rest.value
  const met = goal && judged !== null && !Number.isNaN(judged) ? reaches(judged, goal) : null
  return { part: '', ...rest, baseline, ratio, goal, met, note }
}

/** A figure that cannot be had here, and why. */
export const notMeasured = (name: string, why: string, goal: Goal | null = null): Row => ({
  ...{ part: '', name, value: null, unit: '', baseline: null, ratio: null, goal, met: null },
  note: `not measured: ${why}`,
})

/** The same figure, of which nobody can say whether it meets its goal, and why. */
export const undecided = (row: Row, why: string): Row => ({
  ...row,
  met: null,
  note: row.note ? `${why}; ${row.note}` : why,
})

/** By which part of the goal a row misses it (0.1 is a tenth); null when it does not, or nobody can say. */
export function missedBy({ value, ratio, goal, met }: Row): number | null {
  const judged = goal?.of === 'ratio' ? ratio : value
  return met === false && goal && judged !== null ? Math.abs(judged - goal.figure) / goal.figure : null
}

const reaches = (judged: number, { is, figure: wanted }: Goal) =>
  is === 'at least' ? judged >= wanted : judged <= wanted

/** Goals, as they are written down: `atMost(5)`, `atLeast(0.8, 'ratio')`. */
export const atMost = (wanted: number, of: Goal['of'] = 'value'): Goal => ({
  of,
  is: 'at most',
  figure: wanted,
})
export const atLeast = (wanted: number, of: Goal['of'] = 'value'): Goal => ({
  of,
  is: 'at least',
  figure: wanted,
})
