/**
 * What has changed, in the order in which this process came to hear of it. Moments are counted, not timed: two things
 * in one millisecond still have an order.
 */
export interface Change {
  /** `everything` when nobody can tell what. */
  tags: readonly string[] | 'everything'
  /** Old bytes must never be served again. */
  isWithholding: boolean
}

/** What changed while something was under way. */
export interface Recording {
  readonly startedAt: number
  /**
   * Whether any of `tags` changed since the recording began, up to and including the moment `until`; `everything`
   * asks whether anything did.
   */
  hasChanged(tags: readonly string[] | 'everything', until?: number): boolean
  /** The same, of withholding alone. */
  hasWithheld(tags: readonly string[] | 'everything'): boolean
  stop(): void
}

export type Changes = ReturnType<typeof createChanges>

/** Makes a clock of changes. Recordings see every change between their start and their stop. */
export function createChanges() {
  let moment = 0
  const recordings = new Set<(Change & { moment: number })[]>()

  return {
    now: () => moment,

    /** Tells that something changed, and gives the moment of it. */
    note(change: Change): number {
      moment += 1
      for (const heard of recordings) if (!isCovered(heard, change)) heard.push({ ...change, moment })
      return moment
    },

    record(): Recording {
      const heard: (Change & { moment: number })[] = []
      recordings.add(heard)
      return {
        startedAt: moment,
        hasChanged: (tags, until = Number.POSITIVE_INFINITY) =>
          heard.some((change) => change.moment <= until && concerns(change, tags)),
        hasWithheld: (tags) => heard.some((change) => change.isWithholding && concerns(change, tags)),
        stop: () => recordings.delete(heard),
      }
    },
  }
}

/** After "everything" a second "everything" tells a recording nothing: in silence each request would add one. */
function isCovered(heard: Change[], change: Change): boolean {
  return (
    change.tags === 'everything' &&
    heard.some(({ tags, isWithholding }) => tags === 'everything' && (isWithholding || !change.isWithholding))
  )
}

function concerns(change: Change, tags: readonly string[] | 'everything'): boolean {
  if (tags === 'everything' || change.tags === 'everything') return true
  return change.tags.some((tag) => tags.includes(tag))
}
