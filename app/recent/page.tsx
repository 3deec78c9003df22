import type { Metadata } from 'next'
import { RecentPage } from '@/components/revisions/RecentPage'
import { loadRecent } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  searchParams: Promise<{ before?: string | string[]; minor?: string | string[] }>
}

export const metadata: Metadata = { title: history.recent.title }

export default async function Recent({ searchParams }: Props) {
  const { before, minor } = await searchParams
  return <RecentPage list={await loadRecent(before, minor)} />
}
