import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/revisions/ComparisonPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadComparison } from '@/lib/revisions/loaders'

interface Props {
  params: Promise<{ older: string; newer: string }>
}

export const generateMetadata = (): Metadata => ({
  title: messages().history.diff.openedTitle,
  robots: { index: false },
})

export default async function OpenDiffPage({ params }: Props) {
  const { older, newer } = await readSegments(params)
  return <ComparisonPage at={await loadComparison(older, newer, true)} />
}
