import type { Metadata } from 'next'
import { SourceListSheet } from '@/components/sources/SourceListSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'
import { loadSourceList } from '@/lib/sources/loaders'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.sources(await readQuery(searchParams, routes.sources))
  return headOf({ title: messages().sources.all, path })
}

export default async function SourcesPage({ searchParams }: { searchParams: Query }) {
  return <SourceListSheet list={await loadSourceList(await readQuery(searchParams, routes.sources))} />
}
