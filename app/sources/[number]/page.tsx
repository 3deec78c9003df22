import type { Metadata } from 'next'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { SourceSheet } from '@/components/sources/SourceSheet'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { loadCitingEntries, loadSource } from '@/lib/sources/loaders'

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await readSegments(params)
  const source = await loadSource(number)
  return source
    ? { title: source.record.title }
    : { title: messages().sources.missing(number), robots: { index: false } }
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { sources } = messages()
  const { number } = await readSegments(params)
  const source = await loadSource(number)
  if (source)
    return (
      <SourceSheet
        source={source}
        resting={await loadCitingEntries(source.id, (await readQuery(searchParams, routes.source)).after)}
      />
    )
  const deletion = await loadNumberedDeletion('source', number)
  if (deletion) return <DeletedEntry deletion={deletion} />
  return (
    <Notice
      title={sources.missing(number)}
      lead={sources.missingHelp}
      actions={[{ label: sources.all, path: paths.sources() }]}
    />
  )
}
