import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { InfoPage } from '@/components/entries/InfoPage'
import { askedTitle } from '@/lib/entries/loaders'
import { messages } from '@/lib/messages/messages'
import { loadPageInfo } from '@/lib/moderation/info'

const load = async () => loadPageInfo(await askedTitle())

export async function generateMetadata(): Promise<Metadata> {
  const { aboutEntry } = messages()
  const at = await load()
  const title = at.state === 'found' ? aboutEntry.info.title(at.info.entry.label) : aboutEntry.info.heading
  return { title, robots: { index: false } }
}

export default async function PageInfo() {
  const at = await load()
  if (at.state === 'moved') permanentRedirect(at.to)
  return <InfoPage at={at} />
}
