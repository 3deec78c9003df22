import type { Metadata } from 'next'
import { WantedSheet } from '@/components/ways/WantedSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadWanted } from '@/lib/pages/wanted'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.wanted(await readQuery(searchParams, routes.wanted))
  const { title, lead: description } = messages().ways.wanted
  return headOf({ title, description, path })
}

export default async function WantedPage({ searchParams }: { searchParams: Query }) {
  return <WantedSheet list={await loadWanted((await readQuery(searchParams, routes.wanted)).after)} />
}
