import type { Metadata } from 'next'
import { CheckSheet } from '@/components/facts/CheckSheet'
import { loadCheckPage } from '@/lib/facts/checks/loaders'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().checks.title,
  robots: { index: false },
})

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

export default async function CheckFact({ params, searchParams }: Props) {
  const { number } = await readSegments(params)
  return <CheckSheet page={await loadCheckPage(number, await readQuery(searchParams, routes.checkFact))} />
}
