import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/revisions/ComparisonPage'
import { readSegments } from '@/lib/input/address'
import { loadComparison } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  params: Promise<{ older: string; newer: string }>
}

export const metadata: Metadata = { title: history.diff.openedTitle, robots: { index: false } }

export default async function OpenDiffPage({ params }: Props) {
  const { older, newer } = await readSegments(params)
  return <ComparisonPage at={await loadComparison(older, newer, true)} />
}
