import type { Metadata } from 'next'
import { SourceListSheet } from '@/components/sources/SourceListSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { loadSourceList } from '@/lib/sources/loaders'
import { sources } from '@/lib/texts/en/facts'

export const metadata: Metadata = { title: sources.all }

export default async function SourcesPage({ searchParams }: { searchParams: Query }) {
  return <SourceListSheet list={await loadSourceList((await readQuery(searchParams, 'after')).after)} />
}
