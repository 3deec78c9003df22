import type { Metadata } from 'next'
import { NetworksPage } from '@/components/moderation/NetworksPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadNetworks } from '@/lib/moderation/networks/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().networks.heading,
  robots: { index: false },
})

export default async function Networks({ params }: { params: Promise<{ id: string }> }) {
  return <NetworksPage page={await loadNetworks((await readSegments(params)).id)} />
}
