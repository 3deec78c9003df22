import type { Metadata } from 'next'
import { SourceListSheet } from '@/components/sources/SourceListSheet'
import { loadSourceList } from '@/lib/sources/loaders'
import { sources } from '@/lib/texts/en/facts'

export const metadata: Metadata = { title: sources.all }

export default async function SourcesPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  return <SourceListSheet list={await loadSourceList((await searchParams).after)} />
}
