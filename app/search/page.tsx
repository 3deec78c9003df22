import type { Metadata } from 'next'
import { Results } from '@/components/search/Results'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { queryOf, searchFor } from '@/lib/search/loaders'

interface Props {
  searchParams: Query
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { reading } = messages()
  const query = queryOf((await readQuery(searchParams, routes.search)).q)
  const title = query ? reading.search.titleFor(query) : reading.search.title
  return { title, robots: { index: false } }
}

export default async function SearchPage({ searchParams }: Props) {
  return <Results found={await searchFor((await readQuery(searchParams, routes.search)).q)} />
}
