import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Notice } from '@/components/ui/Notice'
import { SpeakerSheet } from '@/components/ways/SpeakersSheet'
import { askedTitle } from '@/lib/entries/loaders'
import { loadSpeaker } from '@/lib/facts/speakers'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const { after } = await readQuery(searchParams, routes.speaker)
  const said = await loadSpeaker(await askedTitle(), after)
  const { speakers } = messages().ways
  if (!said) return { title: speakers.title, robots: { index: false } }
  if (said.state === 'moved') return {}
  return headOf({
    title: speakers.saidBy(said.label),
    path: paths.speaker(said.label, { after }),
    feeds: [[`speaker-${said.number}`, messages().sharing.feeds.ofSpeaker(said.label)]],
  })
}

export default async function SpeakerPage({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.speaker)
  const said = await loadSpeaker(await askedTitle(), after)
  const { ways, reading } = messages()
  if (!said) {
    const action = { label: ways.speakers.title, path: paths.speakers() }
    return <Notice title={reading.notFound.title} lead={reading.notFound.lead} actions={[action]} />
  }
  if (said.state === 'moved') permanentRedirect(said.to)
  return <SpeakerSheet said={said} />
}
