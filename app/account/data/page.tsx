import type { Metadata } from 'next'
import { OwnDataView } from '@/components/accounts/OwnDataView'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadOwnData } from '@/lib/own-data/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownData.title,
  robots: { index: false },
})

export default async function OwnDataPage({ searchParams }: { searchParams: Query }) {
  const { failed } = await readQuery(searchParams, routes.ownData)
  return <OwnDataView page={await loadOwnData(failed)} />
}
