import type { Metadata } from 'next'
import { MergeSheet } from '@/components/moderation/MergeSheet'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadMergePage } from '@/lib/moderation/merging/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().moderating.merge.heading,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
  searchParams: Query
}

export default async function MergePage({ params, searchParams }: Props) {
  const asked = await readQuery(searchParams, routes.mergeEntry)
  return <MergeSheet page={await loadMergePage((await readSegments(params)).id, asked)} />
}
