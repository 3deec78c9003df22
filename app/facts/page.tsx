import type { Metadata } from 'next'
import { FactListSheet } from '@/components/facts/FactListSheet'
import { loadFactList } from '@/lib/facts/loaders'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf, wikiFeeds } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.facts(await readQuery(searchParams, routes.facts))
  return headOf({ title: messages().facts.all, path, feeds: wikiFeeds() })
}

export default async function FactsPage({ searchParams }: { searchParams: Query }) {
  return <FactListSheet list={await loadFactList(await readQuery(searchParams, routes.facts))} />
}
