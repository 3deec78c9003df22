import type { Metadata } from 'next'
import { DeleteSheet } from '@/components/moderation/DeleteSheet'
import { RestoreSheet } from '@/components/moderation/RestoreSheet'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadDeletionPage } from '@/lib/moderation/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().moderating.delete.heading,
  robots: { index: false },
})

export default async function DeletePage({ params }: { params: Promise<{ id: string }> }) {
  const { entry, uses, words, isErased } = await loadDeletionPage((await readSegments(params)).id)
  return entry.deletedAt ? (
    <RestoreSheet entry={entry} deletedAt={entry.deletedAt} uses={uses} words={words} isErased={isErased} />
  ) : (
    <DeleteSheet entry={entry} uses={uses} />
  )
}
