/**
 * A change, in the order in which this process received it. Moments are counted, not timed: two changes within a
 * millisecond still have an order.
 */
export interface Change {
  /** `everything` when it is not known what has changed. */
  tags: readonly string[] | 'everything'
  /** Old bytes must never be served again. */
  isWithholding: boolean
}

/** The changes while something was in progress. */
export interface Recording {
  readonly startedAt: number
  /**
   * Whether any of `tags` changed since the recording began, up to and including the moment `until`; `everything`
   * asks whether anything did.
   */
  hasChanged(tags: readonly string[] | 'everything', until?: number): boolean
  /** The same for withholdings only. */
  hasWithheld(tags: readonly string[] | 'everything'): boolean
  stop(): void
}

export type Changes = ReturnType<typeof createChanges>

/** Makes a log of changes. A recording sees every change between its start and its stop. */
export function createChanges() {
  let moment = 0
  const recordings = new Set<(Change & { moment: number })[]>()

  return {
    now: () => moment,

    /** Notes a change and gives its moment. */
    note(change: Change): number {
      moment += 1
      for (const recorded of recordings)
        if (!isCovered(recorded, change)) recorded.push({ ...change, moment })
      return moment
    },

    record(): Recording {
      const recorded: (Change & { moment: number })[] = []
      recordings.add(recorded)
      return {
        startedAt: moment,
        hasChanged: (tags, until = Number.POSITIVE_INFINITY) =>
          recorded.some((change) => change.moment <= until && concerns(change, tags)),
        hasWithheld: (tags) => recorded.some((change) => change.isWithholding && concerns(change, tags)),
        stop: () => recordings.delete(recorded),
      }
    },
  }
}

/** A second "everything" adds nothing to a recording; without a heartbeat each request would add one. */
function isCovered(recorded: Change[], change: Change): boolean {
  return (
    change.tags === 'everything' &&
    recorded.some(
      ({ tags, isWithholding }) => tags === 'everything' && (isWithholding || !change.isWithholding),
    )
  )
}

function concerns(change: Change, tags: readonly string[] | 'everything'): boolean {
  if (tags === 'everything' || change.tags === 'everything') return true
  return change.tags.some((tag) => tags.includes(tag))
}
