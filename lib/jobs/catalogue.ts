/** What the jobs of a task carry, by name, and how often one is tried. */
interface Task {
  /** Ids, never words or secrets: what else a task needs it reads when it runs. */
  ids: readonly string[]
  attempts: number
}

/**
 * Every task. Between tries a job waits ever longer: e seconds, e², e³ …, at most six hours, so twelve tries are about 22
 * hours.
 */
export const catalogue = {
  'forget-old': { ids: [], attempts: 12 },
  'look-up-reset': { ids: ['requestId'], attempts: 12 },
  'queue-undone': { ids: [], attempts: 12 },
  'send-mail': { ids: ['mailId'], attempts: 12 },
  'take-search-words': { ids: ['afterId'], attempts: 12 },
  'weigh-standings': { ids: [], attempts: 12 },
} as const satisfies Record<string, Task>

export type TaskName = keyof typeof catalogue

/** What is queued by the clock (minute, hour, day …, UTC), caught up with after a pause of a day, and when a worker starts. */
export const BY_THE_CLOCK = {
  'forget-old': '17 3 * * *',
  'queue-undone': '*/15 * * * *',
} as const satisfies Partial<Record<TaskName, string>>

/** What a job of this task carries. */
export type PayloadOf<Name extends TaskName> = Record<(typeof catalogue)[Name]['ids'][number], number>

/** Does one job; may be called again with the same payload, whatever became of the first time. */
export type Run<Name extends TaskName> = (payload: PayloadOf<Name>) => Promise<void>

/** Reads what a job carries. Throws when it is not what its task's jobs do. */
export function readPayload<Name extends TaskName>(task: Name, payload: object): PayloadOf<Name> {
  const { ids } = catalogue[task]
  const carried = Object.entries(payload)
  const isSound =
    carried.length === ids.length &&
    carried.every(([name, id]) => (ids as readonly string[]).includes(name) && Number.isSafeInteger(id))
  if (!isSound) throw new Error(`that is no payload of the task ${task}`)
  return Object.fromEntries(carried) as PayloadOf<Name>
}
