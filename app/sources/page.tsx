import type { Metadata } from 'next'
import { SourceListSheet } from '@/components/sources/SourceListSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadSourceList } from '@/lib/sources/loaders'

export const generateMetadata = (): Metadata => ({ title: messages().sources.all })

export default async function SourcesPage({ searchParams }: { searchParams: Query }) {
  return <SourceListSheet list={await loadSourceList(await readQuery(searchParams, routes.sources))} />
}
