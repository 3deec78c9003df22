import type { Metadata } from 'next'
import { SubmissionSheet } from '@/components/submissions/SubmissionSheet'
import { Conversation } from '@/components/talk/Conversation'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadSubmission } from '@/lib/review/loaders'
import { routes } from '@/lib/routes'
import { loadConversation } from '@/lib/talk/conversation/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().review.submissions.eyebrow,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
  searchParams: Query
}

export default async function Submission({ params, searchParams }: Props) {
  const { found, isAuthor } = await loadSubmission((await readSegments(params)).id)
  const { from } = await readQuery(searchParams, routes.submission)
  const said = await loadConversation(found.id, from)
  return (
    <SubmissionSheet
      found={found}
      isAuthor={isAuthor}
      now={new Date()}
      conversation={said && <Conversation said={said} />}
    />
  )
}
