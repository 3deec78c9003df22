import type { Metadata } from 'next'
import { OrphansSheet } from '@/components/ways/OrphansSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadOrphans } from '@/lib/pages/orphans'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().ways.orphans.title })

export default async function OrphansPage({ searchParams }: { searchParams: Query }) {
  return <OrphansSheet list={await loadOrphans((await readQuery(searchParams, routes.orphans)).after)} />
}
