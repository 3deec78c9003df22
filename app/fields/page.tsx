import type { Metadata } from 'next'
import { FieldsSheet } from '@/components/pages/FieldsSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadFieldsOverview } from '@/lib/pages/fields'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().fields.overview.title })

export default async function FieldsPage({ searchParams }: { searchParams: Query }) {
  const { after } = await readQuery(searchParams, routes.fields)
  return <FieldsSheet overview={await loadFieldsOverview(after)} />
}
