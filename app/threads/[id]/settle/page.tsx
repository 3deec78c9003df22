import type { Metadata } from 'next'
import { SettlePage } from '@/components/talk/SettlePage'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadSettle } from '@/lib/talk/forms/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().talk.settle.title,
  robots: { index: false },
})

export default async function Settle({ params }: { params: Promise<{ id: string }> }) {
  return <SettlePage one={await loadSettle((await readSegments(params)).id)} />
}
