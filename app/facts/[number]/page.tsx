import type { Metadata } from 'next'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { ClosedFactSheet } from '@/components/facts/ClosedFactSheet'
import { FactSheet } from '@/components/facts/FactSheet'
import { Notice } from '@/components/ui/Notice'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { loadFact } from '@/lib/facts/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

interface Props {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { facts } = messages()
  const { number } = await readSegments(params)
  const fact = await loadFact(number)
  if (!fact) return { title: facts.missing(number), robots: { index: false } }
  if (fact.isClosed) return { title: facts.closedTitle(fact.number) }
  return { title: facts.numbered(fact.card.number), description: fact.head.label }
}

export default async function FactPage({ params }: Props) {
  const { facts } = messages()
  const { number } = await readSegments(params)
  const fact = await loadFact(number)
  if (fact) return fact.isClosed ? <ClosedFactSheet fact={fact} /> : <FactSheet fact={fact} />
  const deletion = await loadNumberedDeletion('fact', number)
  if (deletion) return <DeletedEntry deletion={deletion} />
  return (
    <Notice
      title={facts.missing(number)}
      lead={facts.missingHelp}
      actions={[{ label: facts.all, path: paths.facts() }]}
    />
  )
}
