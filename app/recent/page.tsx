import type { Metadata } from 'next'
import { RecentPage } from '@/components/revisions/RecentPage'
import { type Query, readQuery } from '@/lib/input/address'
import { loadRecent } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  searchParams: Query
}

export const metadata: Metadata = { title: history.recent.title }

export default async function Recent({ searchParams }: Props) {
  const { before, minor } = await readQuery(searchParams, 'before', 'minor')
  return <RecentPage list={await loadRecent(before, minor)} />
}
