import type { Metadata } from 'next'
import { SpeakersSheet } from '@/components/ways/SpeakersSheet'
import { loadSpeakers } from '@/lib/facts/speakers'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.speakers(await readQuery(searchParams, routes.speakers))
  const { title, lead: description } = messages().ways.speakers
  return headOf({ title, description, path })
}

export default async function SpeakersPage({ searchParams }: { searchParams: Query }) {
  return <SpeakersSheet list={await loadSpeakers((await readQuery(searchParams, routes.speakers)).after)} />
}
