import type { Metadata } from 'next'
import { RecentPage } from '@/components/revisions/RecentPage'
import { type Query, readQuery } from '@/lib/input/address'
import { loadRecent, titleOfView, viewOf } from '@/lib/revisions/recent'
import { paths, routes } from '@/lib/routes'
import { headOf, wikiFeeds } from '@/lib/sharing/heads'

interface Props {
  searchParams: Query
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await readQuery(searchParams, routes.recent)
  const view = viewOf(asked)
  return headOf({ title: titleOfView(view), path: paths.recent(asked), feeds: wikiFeeds(view) })
}

export default async function Recent({ searchParams }: Props) {
  const { before, ...asked } = await readQuery(searchParams, routes.recent)
  return <RecentPage list={await loadRecent(before, viewOf(asked))} />
}
