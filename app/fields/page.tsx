import type { Metadata } from 'next'
import { FieldsSheet } from '@/components/pages/FieldsSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadFieldsOverview } from '@/lib/pages/fields'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.fields(await readQuery(searchParams, routes.fields))
  return headOf({ title: messages().fields.overview.title, path })
}

export default async function FieldsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.fields)
  return <FieldsSheet overview={await loadFieldsOverview(after)} />
}
