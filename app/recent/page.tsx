import type { Metadata } from 'next'
import { RecentPage } from '@/components/revisions/RecentPage'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadRecent } from '@/lib/revisions/loaders'
import { routes } from '@/lib/routes'

interface Props {
  searchParams: Query
}

export const generateMetadata = (): Metadata => ({ title: messages().history.recent.title })

export default async function Recent({ searchParams }: Props) {
  const { before, minor } = await readQuery(searchParams, routes.recent)
  return <RecentPage list={await loadRecent(before, minor)} />
}
