import type { Metadata } from 'next'
import { AppealList } from '@/components/accounts/AppealList'
import { loadAppeals } from '@/lib/accounts/appeals/loaders'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().safety.appeal.queue.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function Appeals({ searchParams }: Props) {
  return <AppealList queue={await loadAppeals(await readQuery(searchParams, routes.appeals))} />
}
