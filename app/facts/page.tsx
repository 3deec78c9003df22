import type { Metadata } from 'next'
import { FactListSheet } from '@/components/facts/FactListSheet'
import { loadFactList } from '@/lib/facts/loaders'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().facts.all })

export default async function FactsPage({ searchParams }: { searchParams: Query }) {
  return <FactListSheet list={await loadFactList(await readQuery(searchParams, routes.facts))} />
}
