import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { StructuredData } from '@/components/sharing/StructuredData'
import { SourceSheet } from '@/components/sources/SourceSheet'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { entryPath } from '@/lib/entries/paths'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { sharedName } from '@/lib/sharing/entries'
import { headOf } from '@/lib/sharing/heads'
import { sourceData } from '@/lib/sharing/json-ld/source'
import { loadCitingEntries, loadSource } from '@/lib/sources/loaders'
import { loadOpenThreads } from '@/lib/talk/loaders'

interface Props {
  params: Promise<{ number: string }>
  searchParams: Query
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await readSegments(params)
  const source = await loadSource(number)
  if (!source) return { title: messages().sources.missing(number), robots: { index: false } }
  const { record } = source
  return headOf({
    ...{ title: record.title, path: paths.source(record.number), canBeEmbedded: true },
    picture: sharedName('source', record.number, 'png'),
    feeds: [
      [
        `source-${record.number}`,
        messages().sharing.feeds.ofEntry(messages().sources.numbered(record.number)),
      ],
    ],
  })
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { sources } = messages()
  const { number } = await readSegments(params)
  const source = await loadSource(number)
  if (source)
    return (
      <>
        <SourceSheet
          source={source}
          openThreads={await loadOpenThreads(source.id)}
          resting={await loadCitingEntries(source.id, (await readQuery(searchParams, routes.source)).after)}
        />
        <StructuredData data={sourceData(source)} />
      </>
    )
  const deletion = await loadNumberedDeletion('source', number)
  if (deletion?.mergedInto) permanentRedirect(entryPath(deletion.mergedInto))
  if (deletion) return <DeletedEntry deletion={deletion} />
  return (
    <Notice
      title={sources.missing(number)}
      lead={sources.missingHelp}
      actions={[{ label: sources.all, path: paths.sources() }]}
    />
  )
}
