import type { Metadata } from 'next'
import { WatchSheet } from '@/components/news/WatchSheet'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadWatchThread } from '@/lib/news/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().watching.heading,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
}

export default async function WatchThread({ params }: Props) {
  return <WatchSheet page={await loadWatchThread((await readSegments(params)).id)} />
}
