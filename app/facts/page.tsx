import type { Metadata } from 'next'
import { FactListSheet } from '@/components/facts/FactListSheet'
import { loadFactList } from '@/lib/facts/loaders'
import { facts } from '@/lib/texts/en/facts'

export const metadata: Metadata = { title: facts.all }

export default async function FactsPage({
  searchParams,
}: {
  searchParams: Promise<{ standing?: string; after?: string }>
}) {
  return <FactListSheet list={await loadFactList(await searchParams)} />
}
