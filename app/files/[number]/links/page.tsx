import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { BacklinksPage } from '@/components/entries/BacklinksPage'
import { loadNumberedBacklinks } from '@/lib/entries/backlinks'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

const load = async ({ params, searchParams }: Props) => {
  const { kind, after } = await readQuery(searchParams, routes.fileLinks)
  return loadNumberedBacklinks('file', (await readSegments(params)).number, kind, after)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { aboutEntry } = messages()
  const at = await load(props)
  const title = at.state === 'found' ? aboutEntry.links.title(at.entry.label) : kindOf('file').texts().links
  return { title, robots: { index: false } }
}

export default async function FileBacklinks(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <BacklinksPage at={at} />
}
