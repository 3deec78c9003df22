import type { Metadata } from 'next'
import { OutletsSheet } from '@/components/ways/OutletsSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'
import { loadOutlets } from '@/lib/sources/outlets'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.outlets(await readQuery(searchParams, routes.outlets))
  const { title, lead: description } = messages().ways.outlets
  return headOf({ title, description, path })
}

export default async function OutletsPage({ searchParams }: { searchParams: Query }) {
  return <OutletsSheet list={await loadOutlets((await readQuery(searchParams, routes.outlets)).after)} />
}
