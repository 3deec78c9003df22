import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/revisions/ComparisonPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { type AtComparison, loadComparison } from '@/lib/revisions/loaders'

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
  const { history } = messages()
  if (!at) return history.missing.diffTitle
  return 'deletion' in at ? at.deletion.name : history.diff.title(at.label)
}

export default async function DiffPage(props: Props) {
  return <ComparisonPage at={await load(props)} />
}
