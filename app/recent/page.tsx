import type { Metadata } from 'next'
import { RecentPage } from '@/components/revisions/RecentPage'
import { loadRecent } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  searchParams: Promise<{ before?: string | string[] }>
}

export const metadata: Metadata = { title: history.recent.title }

export default async function Recent({ searchParams }: Props) {
  return <RecentPage list={await loadRecent((await searchParams).before)} />
}
