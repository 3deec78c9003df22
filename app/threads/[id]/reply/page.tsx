import type { Metadata } from 'next'
import { ReplyPage } from '@/components/talk/ReplyPage'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadReply } from '@/lib/talk/forms/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.form.replyTitle,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
  searchParams: Query
}

export default async function Reply({ params, searchParams }: Props) {
  const { id } = await readSegments(params)
  return <ReplyPage form={await loadReply(id, await readQuery(searchParams, routes.reply))} />
}
