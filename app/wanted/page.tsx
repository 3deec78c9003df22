import type { Metadata } from 'next'
import { WantedSheet } from '@/components/ways/WantedSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadWanted } from '@/lib/pages/wanted'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().ways.wanted.title })

export default async function WantedPage({ searchParams }: { searchParams: Query }) {
  return <WantedSheet list={await loadWanted((await readQuery(searchParams, routes.wanted)).after)} />
}
