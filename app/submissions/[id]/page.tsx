import type { Metadata } from 'next'
import { MailDecision } from '@/components/news/MailDecision'
import { SubmissionSheet } from '@/components/submissions/SubmissionSheet'
import { Conversation } from '@/components/talk/Conversation'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadMailDecision } from '@/lib/news/mail/decision/loaders'
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
  const [said, mail] = await Promise.all([
    loadConversation(found.id, from),
    loadMailDecision(found, isAuthor),
  ])
  return (
    <SubmissionSheet
      found={found}
      isAuthor={isAuthor}
      now={new Date()}
      mail={mail && <MailDecision of={mail} />}
      conversation={said && <Conversation said={said} />}
    />
  )
}
