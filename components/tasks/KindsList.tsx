import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { MOST_TASKS, type TasksPage } from '@/lib/tasks/loaders'

/** Every kind of task that there is any of, with how many. */
export function KindsList({ counts }: { counts: NonNullable<TasksPage['counts']> }) {
  const { tasks } = messages()
  return (
    <ul className="task-kinds plain">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <a href={paths.tasks({ of: kind })}>
              {tasks.names[kind]} <span>{tasks.counted(count, MOST_TASKS)}</span>
            </a>
          </li>
        ))}
    </ul>
  )
}
