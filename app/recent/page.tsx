import type { Metadata } from 'next'
import { RecentPage } from '@/components/revisions/RecentPage'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadRecent } from '@/lib/revisions/loaders'
import { paths, routes } from '@/lib/routes'
import { headOf, wikiFeeds } from '@/lib/sharing/heads'

interface Props {
  searchParams: Query
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const path = paths.recent(await readQuery(searchParams, routes.recent))
  return headOf({ title: messages().history.recent.title, path, feeds: wikiFeeds() })
}

export default async function Recent({ searchParams }: Props) {
  const { before, minor } = await readQuery(searchParams, routes.recent)
  return <RecentPage list={await loadRecent(before, minor)} />
}
