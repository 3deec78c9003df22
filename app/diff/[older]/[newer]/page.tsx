import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/revisions/ComparisonPage'
import { readSegments } from '@/lib/input/address'
import { type AtComparison, loadComparison } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  params: Promise<{ older: string; newer: string }>
}

const load = async ({ params }: Props) => {
  const { older, newer } = await readSegments(params)
  return loadComparison(older, newer)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titleOf(await load(props)), robots: { index: false } }
}

function titleOf(at: AtComparison | null): string {
  if (!at) return history.missing.diffTitle
  return 'deletion' in at ? at.deletion.name : history.diff.title(at.label)
}

export default async function DiffPage(props: Props) {
  return <ComparisonPage at={await load(props)} />
}
