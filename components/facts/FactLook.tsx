import { FactCard } from '@/components/content/FactCard'
import type { FactPreview } from '@/lib/facts/preview'

/** A fact's card as readers would see it. */
export const FactLook = ({ shown: { card, names } }: { shown: FactPreview }) => (
  <div className={card.number === 0 ? 'look is-new' : 'look'}>
    <FactCard card={card} shown={{ names }} />
  </div>
)
