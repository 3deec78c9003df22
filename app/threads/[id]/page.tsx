import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { ThreadPage } from '@/components/talk/ThreadPage'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { headOfTalk } from '@/lib/sharing/heads'
import { calledThread } from '@/lib/talk/gate'
import { loadThread } from '@/lib/talk/thread-loader'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Query
}

async function load({ params, searchParams }: Props) {
  const { from } = await readQuery(searchParams, routes.thread)
  return loadThread((await readSegments(params)).id, from)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { talk } = messages()
  const at = await load(props)
  if (at.state !== 'found') return headOfTalk(talk.heading, null)
  const { thread, entry } = at.view
  return headOfTalk(talk.threadTitle(calledThread(thread), entry.label), entry)
}

export default async function Thread(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <ThreadPage at={at} />
}
