import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SplitForm } from '@/components/facts/SplitForm'
import { EditFormPage } from '@/components/forms/EditFormPage'
import { loadFactToSplit } from '@/lib/facts/load-for-editing'
import { readSegments } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { currentActor } from '@/lib/sessions/session'

export const generateMetadata = (): Metadata => ({
  title: messages().facts.split.heading,
  robots: { index: false },
})

interface Props {
  params: Promise<{ number: string }>
}

export default async function SplitFact({ params }: Props) {
  const number = numberOfAddress((await readSegments(params)).number) ?? notFound()
  const fact = (await loadFactToSplit(await currentActor(), number)) ?? notFound()
  return (
    <EditFormPage isNarrow heading={messages().facts.split.heading}>
      <SplitForm fact={fact} idempotencyKey={randomUUID()} />
    </EditFormPage>
  )
}
