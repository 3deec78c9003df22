import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { TalkPage } from '@/components/talk/TalkPage'
import { askedTitle } from '@/lib/entries/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { headOfTalk } from '@/lib/sharing/heads'
import { loadPageTalk } from '@/lib/talk/loaders'

interface Props {
  searchParams: Query
}

async function load({ searchParams }: Props) {
  const { after, show } = await readQuery(searchParams, routes.pageTalk)
  return loadPageTalk(await askedTitle(), after, show)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { talk } = messages()
  const at = await load(props)
  if (at.state !== 'found') return headOfTalk(talk.heading, null)
  return headOfTalk(talk.title(at.talk.entry.label), at.talk.entry)
}

export default async function PageTalk(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <TalkPage at={at} />
}
