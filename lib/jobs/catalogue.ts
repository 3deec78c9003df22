/** The payload of each task's jobs, and how often one is tried. */
interface Task {
  /** Ids, never words or secrets: what else a task needs it reads when it runs. */
  ids: readonly string[]
  attempts: number
}

/**
 * Every task. The pause before try n + 1 is eⁿ seconds, at most six hours, so twelve tries take about 22 hours, and twenty
 * almost three days: a mail outlasts a mail server that is away for two.
 */
export const catalogue = {
  'count-wanted': { ids: [], attempts: 12 },
  'delete-account': { ids: ['accountId'], attempts: 12 },
  'derive-fields': { ids: [], attempts: 12 },
  'end-block': { ids: ['blockId'], attempts: 12 },
  'finish-merges': { ids: [], attempts: 12 },
  'forget-old': { ids: [], attempts: 12 },
  'forget-words': { ids: [], attempts: 12 },
  'gather-addresses': { ids: [], attempts: 12 },
  'gather-words': { ids: [], attempts: 12 },
  'list-deletions': { ids: [], attempts: 12 },
  'list-erasures': { ids: [], attempts: 12 },
  'look-outside': { ids: [], attempts: 12 },
  'look-up-reset': { ids: ['requestId'], attempts: 12 },
  'make-mails': { ids: [], attempts: 12 },
  'make-sizes': { ids: ['entryId'], attempts: 12 },
  'open-words': { ids: ['checkedId'], attempts: 12 },
  'queue-undone': { ids: [], attempts: 12 },
  'remove-objects': { ids: [], attempts: 12 },
  'send-mail': { ids: ['mailId'], attempts: 20 },
  'send-news-mail': { ids: ['mailId'], attempts: 20 },
  'send-wish': { ids: ['submissionId'], attempts: 20 },
  'sweep-files': { ids: [], attempts: 12 },
  'take-search-words': { ids: ['afterId'], attempts: 12 },
  tell: { ids: [], attempts: 12 },
  'tell-webhook': { ids: [], attempts: 12 },
  'weigh-standings': { ids: [], attempts: 12 },
} as const satisfies Record<string, Task>

export type TaskName = keyof typeof catalogue

/** Scheduled tasks (crontab in UTC), also run once after a pause of a day and when a worker starts. */
export const BY_THE_CLOCK = {
  'count-wanted': '29 * * * *',
  'forget-old': '17 3 * * *',
  'forget-words': '23 4 * * 0',
  'gather-addresses': '37 2 * * *',
  'gather-words': '*/5 * * * *',
  'look-outside': '*/5 * * * *',
  'make-mails': '*/5 * * * *',
  'queue-undone': '*/15 * * * *',
  'sweep-files': '43 3 * * *',
  'tell-webhook': '* * * * *',
} as const satisfies Partial<Record<TaskName, string>>

/** The payload of this task's jobs. */
export type PayloadOf<Name extends TaskName> = Record<(typeof catalogue)[Name]['ids'][number], number>

/** Does one job; it may run again with the same payload, whatever happened the first time. */
export type Run<Name extends TaskName> = (payload: PayloadOf<Name>) => Promise<void>

/** Parses a job's payload. Throws when it is not valid for its task. */
export function readPayload<Name extends TaskName>(task: Name, payload: object): PayloadOf<Name> {
  const { ids } = catalogue[task]
  const carried = Object.entries(payload)
  const isSound =
    carried.length === ids.length &&
    carried.every(([name, id]) => (ids as readonly string[]).includes(name) && Number.isSafeInteger(id))
  if (!isSound) throw new Error(`that is no payload of the task ${task}`)
  return Object.fromEntries(carried) as PayloadOf<Name>
}
