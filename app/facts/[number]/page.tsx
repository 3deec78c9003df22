import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { ClosedFactSheet } from '@/components/facts/ClosedFactSheet'
import { FactSheet } from '@/components/facts/FactSheet'
import { BeingChecked } from '@/components/reports/BeingChecked'
import { StructuredData } from '@/components/sharing/StructuredData'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { entryPath } from '@/lib/entries/paths'
import { isFactBeingChecked, loadFact } from '@/lib/facts/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { sharedName } from '@/lib/sharing/entries'
import { headOf } from '@/lib/sharing/heads'
import { factData } from '@/lib/sharing/json-ld/fact'
import { loadOpenThreads } from '@/lib/talk/loaders'

interface Props {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { facts } = messages()
  const { number } = await readSegments(params)
  const fact = await loadFact(number)
  if (!fact) return { title: facts.missing(number), robots: { index: false } }
  if (fact.isClosed) return { title: facts.closedTitle(fact.number), robots: { index: false } }
  const title = facts.numbered(fact.card.number)
  return headOf({
    ...{ title, description: fact.head.label, path: paths.fact(fact.card.number), canBeEmbedded: true },
    picture: sharedName('fact', fact.card.number, 'png'),
    feeds: [[`fact-${fact.card.number}`, messages().sharing.feeds.ofEntry(title)]],
  })
}

export default async function FactPage({ params }: Props) {
  const { facts } = messages()
  const { number } = await readSegments(params)
  const fact = await loadFact(number)
  if (fact?.isClosed) return <ClosedFactSheet fact={fact} />
  if (fact)
    return (
      <>
        <FactSheet fact={fact} openThreads={await loadOpenThreads(fact.head.id)} />
        <StructuredData data={factData(fact)} />
      </>
    )
  const deletion = await loadNumberedDeletion('fact', number)
  if (deletion?.mergedInto) permanentRedirect(entryPath(deletion.mergedInto))
  if (deletion) return <DeletedEntry deletion={deletion} />
  if (await isFactBeingChecked(number)) return <BeingChecked />
  return (
    <Notice
      title={facts.missing(number)}
      lead={facts.missingHelp}
      actions={[{ label: facts.all, path: paths.facts() }]}
    />
  )
}
