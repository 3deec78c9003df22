import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/revisions/ComparisonPage'
import { loadComparison } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  params: Promise<{ a: string; b: string }>
}

const load = async ({ params }: Props) => {
  const { a, b } = await params
  return loadComparison(a, b)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const comparison = await load(props)
  const title = comparison ? history.diff.title(comparison.label) : history.missing.diffTitle
  return { title, robots: { index: false } }
}

export default async function DiffPage(props: Props) {
  return <ComparisonPage comparison={await load(props)} />
}
