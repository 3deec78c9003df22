import type { Metadata } from 'next'
import { RevisionPage } from '@/components/revisions/RevisionPage'
import { readSegments } from '@/lib/input/address'
import { loadPermalink } from '@/lib/revisions/permalink'
import { history } from '@/lib/texts/en/history'

interface Props {
  params: Promise<{ id: string }>
}

export const metadata: Metadata = { title: history.permalink.opened, robots: { index: false } }

export default async function OpenRevision({ params }: Props) {
  return <RevisionPage at={await loadPermalink((await readSegments(params)).id, true)} />
}
