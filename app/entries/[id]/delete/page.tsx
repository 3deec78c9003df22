import type { Metadata } from 'next'
import { DeleteSheet } from '@/components/entries/DeleteSheet'
import { RestoreSheet } from '@/components/entries/RestoreSheet'
import { loadDeletionPage } from '@/lib/entries/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().moderating.delete.heading,
  robots: { index: false },
})

export default async function DeletePage({ params }: { params: Promise<{ id: string }> }) {
  const { entry, resting, words } = await loadDeletionPage((await readSegments(params)).id)
  return entry.deletedAt ? (
    <RestoreSheet entry={entry} deletedAt={entry.deletedAt} resting={resting} words={words} />
  ) : (
    <DeleteSheet entry={entry} resting={resting} />
  )
}
