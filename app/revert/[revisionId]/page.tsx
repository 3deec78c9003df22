import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RevertSheet } from '@/components/revisions/RevertSheet'
import { requireAccount } from '@/lib/accounts/loaders'
import { readSegments } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { showRevert } from '@/lib/revisions/show-revert'
import { paths } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().review.revert.eyebrow,
  robots: { index: false },
})

interface Props {
  params: Promise<{ revisionId: string }>
}

export default async function Revert({ params }: Props) {
  const id = numberOfAddress((await readSegments(params)).revisionId) ?? notFound()
  const actor = await requireAccount(paths.revert(id))
  return <RevertSheet undo={(await showRevert(actor, id)) ?? notFound()} />
}
