'use client'
import { Openers } from '@/components/content/Openers'
import type { FactPreview } from '@/lib/facts/preview'
import { FactCard } from './FactCard'

/** A fact's card as readers would see it. */
export function FactLook({ fact: { card, names } }: { fact: FactPreview }) {
  return (
    <div className={card.number === 0 ? 'look is-new' : 'look'}>
      <FactCard card={card} shown={{ names }} />
      <Openers />
    </div>
  )
}
