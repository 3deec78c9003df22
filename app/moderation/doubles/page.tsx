import type { Metadata } from 'next'
import { DoublesPage } from '@/components/moderation/DoublesPage'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadDoubles } from '@/lib/moderation/merging/doubles'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().moderating.merge.doubles.title,
  robots: { index: false },
})

export default async function Doubles({ searchParams }: { searchParams: Query }) {
  const { before } = await readQuery(searchParams, routes.doubles)
  return <DoublesPage list={await loadDoubles(before)} />
}
