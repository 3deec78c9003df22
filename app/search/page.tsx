import type { Metadata } from 'next'
import { Results } from '@/components/search/Results'
import { searchFor } from '@/lib/search/loaders'
import { reading } from '@/lib/texts/en/reading'

interface Props {
  searchParams: Promise<{ q?: string | string[] }>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await searchParams
  const asked = Array.isArray(q) ? q[0] : q
  const title = asked ? reading.search.titleFor(asked.slice(0, 200).toWellFormed()) : reading.search.title
  return { title, robots: { index: false } }
}

export default async function SearchPage({ searchParams }: Props) {
  return <Results found={await searchFor((await searchParams).q)} />
}
