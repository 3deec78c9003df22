import type { Metadata } from 'next'
import { SubmissionSheet } from '@/components/submissions/SubmissionSheet'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadSubmission } from '@/lib/review/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().review.submissions.eyebrow,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
}

export default async function Submission({ params }: Props) {
  const { found, isAuthor } = await loadSubmission((await readSegments(params)).id)
  return <SubmissionSheet found={found} isAuthor={isAuthor} now={new Date()} />
}
