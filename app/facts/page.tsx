import type { Metadata } from 'next'
import { FactListSheet } from '@/components/facts/FactListSheet'
import { loadFactList } from '@/lib/facts/loaders'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { facts } from '@/lib/texts/en/facts'

export const metadata: Metadata = { title: facts.all }

export default async function FactsPage({ searchParams }: { searchParams: Query }) {
  return <FactListSheet list={await loadFactList(await readQuery(searchParams, 'standing', 'after'))} />
}
