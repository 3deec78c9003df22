import type { Metadata } from 'next'
import { OwnLookSheet } from '@/components/kinds/OwnLookSheet'
import { loadOwnLook } from '@/lib/editing/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().submissions.look.title,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
}

export default async function OwnLook({ params }: Props) {
  return <OwnLookSheet own={await loadOwnLook((await readSegments(params)).id)} />
}
