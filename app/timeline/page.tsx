import type { Metadata } from 'next'
import { TimelineSheet } from '@/components/ways/TimelineSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'
import { loadTimeline } from '@/lib/timeline/loaders'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.timeline(await readQuery(searchParams, routes.timeline))
  const { title, lead: description } = messages().ways.timeline
  return headOf({ title, description, path })
}

export default async function TimelinePage({ searchParams }: { searchParams: Query }) {
  return <TimelineSheet timeline={await loadTimeline(await readQuery(searchParams, routes.timeline))} />
}
