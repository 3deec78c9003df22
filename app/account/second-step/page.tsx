import type { Metadata } from 'next'
import { SecondStepView } from '@/components/accounts/SecondStepView'
import { loadSecondStep } from '@/lib/accounts/second-step/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.secondStep.title,
  robots: { index: false },
})

export default async function SecondStepPage({ searchParams }: { searchParams: Query }) {
  const { needed } = await readQuery(searchParams, routes.secondStep)
  return <SecondStepView of={await loadSecondStep(needed)} />
}
