import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { BacklinksPage } from '@/components/entries/BacklinksPage'
import { loadPageBacklinks } from '@/lib/entries/backlinks'
import { askedTitle } from '@/lib/entries/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

interface Props {
  searchParams: Query
}

const load = async ({ searchParams }: Props) => {
  const { kind, after, field } = await readQuery(searchParams, routes.pageLinks)
  return loadPageBacklinks(await askedTitle(), kind, after, field)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { aboutEntry } = messages()
  const at = await load(props)
  const label = at.state === 'found' ? at.entry.label : at.state === 'wanted' ? at.title : null
  if (at.state === 'members')
    return { title: aboutEntry.links.members(at.entry.label, at.list.label), robots: { index: false } }
  const title = label === null ? aboutEntry.links.heading : aboutEntry.links.title(label)
  return { title, robots: { index: false } }
}

export default async function PageBacklinks(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <BacklinksPage at={at} />
}
