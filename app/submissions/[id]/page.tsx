import type { Metadata } from 'next'
import { SubmissionSheet } from '@/components/submissions/SubmissionSheet'
import { readSegments } from '@/lib/input/address'
import { loadSubmission } from '@/lib/submissions/loaders'
import { review } from '@/lib/texts/en/review'

export const metadata: Metadata = { title: review.submissions.eyebrow, robots: { index: false } }

interface Props {
  params: Promise<{ id: string }>
}

export default async function Submission({ params }: Props) {
  const { found, isAuthor } = await loadSubmission((await readSegments(params)).id)
  return <SubmissionSheet found={found} isAuthor={isAuthor} now={new Date()} />
}
