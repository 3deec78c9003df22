import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { HistoryPage } from '@/components/revisions/HistoryPage'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'

interface Props {
  params: Promise<{ title: string[] }>
  searchParams: Promise<{ before?: string | string[] }>
}

const load = async ({ params, searchParams }: Props) =>
  loadPageHistory((await params).title.join('/'), (await searchParams).before)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const at = await load(props)
  const title = at.state === 'found' ? history.title(at.history.entry.label) : history.missing.title
  return { title, robots: { index: false } }
}

export default async function PageHistory(props: Props) {
  const at = await load(props)
  if (at.state === 'moved') permanentRedirect(at.to)
  return <HistoryPage at={at} />
}
