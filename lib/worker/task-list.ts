import type { Task, TaskList } from 'graphile-worker'
import { catalogue, type Run, readPayload, type TaskName } from '@/lib/jobs/catalogue'
import { logError } from '@/lib/log'
import { tasks } from './tasks/all'

/**
 * The tasks as the queue calls them: a payload is parsed before anything is done, and a failure is logged and tried
 * again.
 */
export const taskList: TaskList = Object.fromEntries(
  (Object.keys(catalogue) as TaskName[]).map((name) => [name, taskOf(name, tasks[name])]),
)

function taskOf<Name extends TaskName>(name: Name, run: Run<Name>): Task {
  return async (payload, { job }) => {
    try {
      // Scheduled jobs also carry their time.
      const { _cron, ...carried } = payload as Record<string, unknown>
      await run(readPayload(name, carried))
    } catch (error) {
      logError(error, { job: name, id: job.id, attempt: job.attempts })
      // The queue stores the error message, which may repeat people's words: only the log's safe version is given to
      // it.
      throw new Error(error instanceof Error ? error.name : 'failed')
    }
  }
}
