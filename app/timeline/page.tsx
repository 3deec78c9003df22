import type { Metadata } from 'next'
import { TimelineSheet } from '@/components/ways/TimelineSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadTimeline } from '@/lib/timeline/loaders'

export const generateMetadata = (): Metadata => ({ title: messages().ways.timeline.title })

export default async function TimelinePage({ searchParams }: { searchParams: Query }) {
  return <TimelineSheet timeline={await loadTimeline(await readQuery(searchParams, routes.timeline))} />
}
