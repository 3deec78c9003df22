import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { InfoPage } from '@/components/entries/InfoPage'
import { loadPageInfo } from '@/lib/entries/info'
import { messages } from '@/lib/messages/messages'
import { askedTitle } from '@/lib/titles/loaders'

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
