import type { Metadata } from 'next'
import { FactSheet } from '@/components/facts/FactSheet'
import { Notice } from '@/components/ui/Notice'
import { loadFact } from '@/lib/facts/loaders'
import { facts } from '@/lib/texts/en/facts'

interface Props {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params
  const fact = await loadFact(number)
  if (!fact) return { title: facts.missing(number), robots: { index: false } }
  // A tab's name and a link card are read by people who did not ask to be told.
  const description = fact.gate === null ? fact.head.label : undefined
  return { title: facts.numbered(fact.card.number), ...(description && { description }) }
}

export default async function FactPage({ params }: Props) {
  const { number } = await params
  const fact = await loadFact(number)
  if (fact) return <FactSheet fact={fact} />
  return (
    <Notice
      title={facts.missing(number)}
      lead={facts.missingHelp}
      actions={[{ label: facts.all, path: '/facts' }]}
    />
  )
}
