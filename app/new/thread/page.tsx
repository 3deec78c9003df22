import type { Metadata } from 'next'
import { NewThreadPage } from '@/components/talk/NewThreadPage'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadNewThread } from '@/lib/talk/forms/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.form.newTitle,
  robots: { index: false },
})

export default async function NewThread({ searchParams }: { searchParams: Query }) {
  return <NewThreadPage form={await loadNewThread(await readQuery(searchParams, routes.newThread))} />
}
