import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { InfoPage } from '@/components/entries/InfoPage'
import { loadPageInfo } from '@/lib/entries/info'
import { aboutEntry } from '@/lib/texts/en/about-entry'

interface Props {
  params: Promise<{ title: string[] }>
}

const load = async ({ params }: Props) => loadPageInfo((await params).title.join('/'))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const at = await load(props)
  const title = at.state === 'found' ? aboutEntry.info.title(at.info.entry.label) : aboutEntry.info.heading
  return { title, robots: { index: false } }
}

export default async function PageInfo(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <InfoPage at={at} />
}
