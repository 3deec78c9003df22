import type { Metadata } from 'next'
import { ThankSheet } from '@/components/revisions/ThankSheet'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadThankPage } from '@/lib/revisions/thanks/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().thanks.title,
  robots: { index: false },
})

interface Props {
  params: Promise<{ id: string }>
}

export default async function Thank({ params }: Props) {
  return <ThankSheet page={await loadThankPage((await readSegments(params)).id)} />
}
