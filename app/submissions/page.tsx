import type { Metadata } from 'next'
import { OwnList } from '@/components/submissions/OwnList'
import { loadOwnSubmissions } from '@/lib/submissions/loaders'
import { ownViewOf } from '@/lib/submissions/own-address'
import { review } from '@/lib/texts/en/review'

export const metadata: Metadata = { title: review.submissions.title, robots: { index: false } }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Submissions({ searchParams }: Props) {
  return <OwnList list={await loadOwnSubmissions(ownViewOf(await searchParams))} />
}
