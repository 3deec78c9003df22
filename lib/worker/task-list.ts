import type { Task, TaskList } from 'graphile-worker'
import { catalogue, type Run, readPayload, type TaskName } from '@/lib/jobs/catalogue'
import { logError } from '@/lib/log'
import { tasks } from './tasks/all'

/** The tasks as the queue calls them: a payload is read before anything is done, and what fails is logged and tried again. */
export const taskList: TaskList = Object.fromEntries(
  (Object.keys(catalogue) as TaskName[]).map((name) => [name, taskOf(name, tasks[name])]),
)

function taskOf<Name extends TaskName>(name: Name, run: Run<Name>): Task {
  return async (payload, { job }) => {
    try {
      // What the clock queues says when, too.
      const { _cron, ...carried } = payload as Record<string, unknown>
      await run(readPayload(name, carried))
    } catch (error) {
      logError(error, { job: name, id: job.id, attempt: job.attempts })
      // The queue keeps the message of what failed, which may repeat people's words: the log knows what of it may be kept.
      throw new Error(error instanceof Error ? error.name : 'failed')
    }
  }
}
