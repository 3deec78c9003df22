import type { Metadata } from 'next'
import { SpeakersSheet } from '@/components/ways/SpeakersSheet'
import { loadSpeakers } from '@/lib/facts/speakers'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().ways.speakers.title })

export default async function SpeakersPage({ searchParams }: { searchParams: Query }) {
  return <SpeakersSheet list={await loadSpeakers((await readQuery(searchParams, routes.speakers)).after)} />
}
