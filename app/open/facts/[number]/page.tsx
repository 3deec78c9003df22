import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { FactSheet } from '@/components/facts/FactSheet'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { entryPath } from '@/lib/entries/paths'
import { loadOpenFact } from '@/lib/facts/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

interface Props {
  params: Promise<{ number: string }>
}

// The tab's title and a link preview are seen by people who did not ask for the spoiler.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: messages().facts.openedTitle(Number((await readSegments(params)).number) || 0),
    robots: { index: false },
  }
}

export default async function OpenFactPage({ params }: Props) {
  const { facts } = messages()
  const { number } = await readSegments(params)
  const fact = await loadOpenFact(number)
  if (fact) return <FactSheet fact={fact} />
  const deletion = await loadNumberedDeletion('fact', number)
  if (deletion?.mergedInto) permanentRedirect(entryPath(deletion.mergedInto))
  if (deletion) return <DeletedEntry deletion={deletion} />
  return (
    <Notice
      title={facts.missing(number)}
      lead={facts.missingHelp}
      actions={[{ label: facts.all, path: paths.facts() }]}
    />
  )
}
