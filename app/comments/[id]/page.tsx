import type { Metadata } from 'next'
import { OwnCommentPage } from '@/components/talk/OwnCommentPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadOwnComment } from '@/lib/talk/forms/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.own.title,
  robots: { index: false },
})

export default async function OneComment({ params }: { params: Promise<{ id: string }> }) {
  return <OwnCommentPage own={await loadOwnComment((await readSegments(params)).id)} />
}
