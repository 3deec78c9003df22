import type { Metadata } from 'next'
import { RevisionPage } from '@/components/revisions/RevisionPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadPermalink } from '@/lib/revisions/permalink'

interface Props {
  params: Promise<{ id: string }>
}

export const generateMetadata = (): Metadata => ({
  title: messages().history.permalink.opened,
  robots: { index: false },
})

export default async function OpenRevision({ params }: Props) {
  return <RevisionPage at={await loadPermalink((await readSegments(params)).id, true)} />
}
