import type { Metadata } from 'next'
import { LogPage } from '@/components/public-log/LogPage'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadLog } from '@/lib/public-log/loaders'
import { routes } from '@/lib/routes'

interface Props {
  searchParams: Query
}

export const generateMetadata = (): Metadata => ({
  title: messages().publicLog.title,
  robots: { index: false },
})

export default async function Log({ searchParams }: Props) {
  return <LogPage log={await loadLog(await readQuery(searchParams, routes.log))} />
}
