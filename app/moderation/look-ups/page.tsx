import type { Metadata } from 'next'
import { LookUpsPage } from '@/components/moderation/LookUpsPage'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadLookUps } from '@/lib/moderation/networks/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().networks.lookUps.title,
  robots: { index: false },
})

export default async function LookUps({ searchParams }: { searchParams: Query }) {
  const { before } = await readQuery(searchParams, routes.lookUps)
  return <LookUpsPage list={await loadLookUps(before)} />
}
