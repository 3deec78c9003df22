import type { Metadata } from 'next'
import { OrphansSheet } from '@/components/ways/OrphansSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadOrphans } from '@/lib/pages/orphans'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.orphans(await readQuery(searchParams, routes.orphans))
  const { title, lead: description } = messages().ways.orphans
  return headOf({ title, description, path })
}

export default async function OrphansPage({ searchParams }: { searchParams: Query }) {
  return <OrphansSheet list={await loadOrphans((await readQuery(searchParams, routes.orphans)).after)} />
}
