import { randomUUID } from 'node:crypto'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Done } from '@/lib/tasks/done'
import type { TasksPage } from '@/lib/tasks/loaders'
import { Sitting } from './Sitting'

/** What somebody did with the card before, in a line, and its undo. */
export function JustDone({ done, page }: { done: Done; page: TasksPage }) {
  const { tasks } = messages()
  const undone = fieldsOf(done)
  return (
    <form method="post" action={paths.undoTask()} className="just-done">
      <p role="status">{tasks.did[done.did]}</p>
      {undone && (
        <>
          <Sitting page={page} />
          {Object.entries(undone).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="btn">
            {tasks.undo}
          </button>
        </>
      )}
    </form>
  )
}

/** What its undo is told; null where nothing can be undone here. */
function fieldsOf(done: Done): Record<string, string | number> | null {
  if (done.did === 'check') return { check: done.check }
  if (done.did === 'sent') return { submission: done.submission, key: randomUUID() }
  return 'kind' in done ? { kind: done.kind, subject: done.subject } : null
}
