import type { Metadata } from 'next'
import { EditCommentPage } from '@/components/talk/EditCommentPage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadEditComment } from '@/lib/talk/forms/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.form.editTitle,
  robots: { index: false },
})

export default async function EditComment({ params }: { params: Promise<{ id: string }> }) {
  return <EditCommentPage form={await loadEditComment((await readSegments(params)).id)} />
}
