import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { HistoryPage } from '@/components/revisions/HistoryPage'
import { askedTitle } from '@/lib/entries/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { routes } from '@/lib/routes'

interface Props {
  searchParams: Query
}

const load = async ({ searchParams }: Props) =>
  loadPageHistory(await askedTitle(), (await readQuery(searchParams, routes.pageHistory)).before)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { history } = messages()
  const at = await load(props)
  const title = at.state === 'found' ? history.title(at.history.entry.label) : history.missing.title
  return { title, robots: { index: false } }
}

export default async function PageHistory(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <HistoryPage at={at} />
}
