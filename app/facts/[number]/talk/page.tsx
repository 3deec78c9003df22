import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { TalkPage } from '@/components/talk/TalkPage'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { headOfTalk } from '@/lib/sharing/heads'
import { loadNumberedTalk } from '@/lib/talk/loaders'

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

async function load({ params, searchParams }: Props) {
  const { after, show } = await readQuery(searchParams, routes.factTalk)
  return loadNumberedTalk('fact', (await readSegments(params)).number, after, show)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { talk } = messages()
  const at = await load(props)
  if (at.state !== 'found') return headOfTalk(talk.heading, null)
  return headOfTalk(talk.title(at.talk.entry.label), at.talk.entry)
}

export default async function FactTalk(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <TalkPage at={at} />
}
