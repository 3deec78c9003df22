import type { TasksPage } from '@/lib/tasks/loaders'

/** Where somebody is in their sitting: sent along, so that nothing of it is kept. */
export function Sitting({ page: { kind, answered } }: { page: TasksPage }) {
  return (
    <>
      {kind && <input type="hidden" name="of" value={kind} />}
      <input type="hidden" name="n" value={answered} />
    </>
  )
}
