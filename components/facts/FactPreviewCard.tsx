'use client'
import { FactCard } from '@/components/content/FactCard'
import { StartElements } from '@/components/elements/StartElements'
import type { FactPreview } from '@/lib/facts/preview'

/** Preview of a fact's card. */
export function FactPreviewCard({ shown: { card, names } }: { shown: FactPreview }) {
  return (
    <div className={card.number === 0 ? 'look is-new' : 'look'}>
      <FactCard card={card} shown={{ names }} />
      <StartElements />
    </div>
  )
}
