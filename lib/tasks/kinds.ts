/** The kinds of small tasks. What stands in addresses and in the table must never change. */
export const taskKinds = ['check', 'origin', 'picture', 'dead', 'place', 'wanted'] as const
export type TaskKind = (typeof taskKinds)[number]
/** Whether something that came in names a kind of task. */
export const isTaskKind = (given: unknown): given is TaskKind => taskKinds.some((kind) => kind === given)

/** After so many answers is a natural end. */
export const TEN = 10

/** How long what somebody skips stays away from them, and what they say that nothing is to be done about, in days. */
export const SKIPPED_FOR = 30
export const DONE_FOR = 365

/** Which kind comes first on each of ten cards: most of them take a look at a source. */
export const firstOf: readonly TaskKind[] = [
  ...(['check', 'check', 'place', 'check', 'picture'] as const),
  ...(['check', 'origin', 'dead', 'wanted', 'check'] as const),
]
