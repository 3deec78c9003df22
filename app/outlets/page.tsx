import type { Metadata } from 'next'
import { OutletsSheet } from '@/components/ways/OutletsSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadOutlets } from '@/lib/sources/outlets'

export const generateMetadata = (): Metadata => ({ title: messages().ways.outlets.title })

export default async function OutletsPage({ searchParams }: { searchParams: Query }) {
  return <OutletsSheet list={await loadOutlets((await readQuery(searchParams, routes.outlets)).after)} />
}
