import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { HistoryPage } from '@/components/revisions/HistoryPage'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadNumberedHistory } from '@/lib/revisions/loaders'
import { routes } from '@/lib/routes'

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

const load = async ({ params, searchParams }: Props) =>
  loadNumberedHistory(
    'file',
    (await readSegments(params)).number,
    (await readQuery(searchParams, routes.fileHistory)).before,
  )

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { history } = messages()
  const at = await load(props)
  const title = at.state === 'found' ? history.title(at.history.entry.label) : history.missing.title
  return { title, robots: { index: false } }
}

export default async function FileHistory(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <HistoryPage at={at} />
}
