import type { Metadata } from 'next'
import { SearchSheet } from '@/components/search/SearchSheet'
import { SearchStart } from '@/components/search/SearchStart'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { queryOf, searchFor } from '@/lib/search/loaders'
import { loadSearchStart } from '@/lib/search/start'

interface Props {
  searchParams: Query
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { search } = messages().reading
  const query = queryOf((await readQuery(searchParams, routes.search)).q)
  return { title: query ? search.titleFor(query) : search.title, robots: { index: false } }
}

export default async function SearchPage({ searchParams }: Props) {
  const asking = await readQuery(searchParams, routes.search)
  if (queryOf(asking.q) === '') return <SearchStart start={await loadSearchStart()} />
  return <SearchSheet found={await searchFor(asking)} />
}
