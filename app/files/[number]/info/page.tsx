import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { InfoPage } from '@/components/entries/InfoPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadNumberedInfo } from '@/lib/moderation/info'

interface Props {
  params: Promise<{ number: string }>
}

const load = async ({ params }: Props) => loadNumberedInfo('file', (await readSegments(params)).number)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { aboutEntry } = messages()
  const at = await load(props)
  const title = at.state === 'found' ? aboutEntry.info.title(at.info.entry.label) : aboutEntry.info.heading
  return { title, robots: { index: false } }
}

export default async function FileInfo(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <InfoPage at={at} />
}
