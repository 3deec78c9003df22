import type { Metadata } from 'next'
import { TasksSheet } from '@/components/tasks/TasksSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadTasks } from '@/lib/tasks/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().tasks.title,
  robots: { index: false },
})

export default async function Tasks({ searchParams }: { searchParams: Query }) {
  return <TasksSheet page={await loadTasks(await readQuery(searchParams, routes.tasks))} />
}
