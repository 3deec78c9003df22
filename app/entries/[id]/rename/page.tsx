import type { Metadata } from 'next'
import { TitlesSheet } from '@/components/moderation/TitlesSheet'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadTitlesPage } from '@/lib/moderation/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().moderating.rename.heading,
  robots: { index: false },
})

export default async function RenamePage({ params }: { params: Promise<{ id: string }> }) {
  return <TitlesSheet {...(await loadTitlesPage((await readSegments(params)).id))} />
}
