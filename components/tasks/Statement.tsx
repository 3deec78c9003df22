import { Line } from '@/components/content/Line'
import { Provenance } from '@/components/content/Provenance'
import { StandingBadge } from '@/components/content/StandingBadge'
import type { FactView } from '@/lib/facts/view'
import { messages } from '@/lib/messages/messages'

/** What a fact says, how sure it is, and the way to it. */
export function Statement({ fact: { card, names } }: { fact: FactView }) {
  return (
    <>
      <p className="task-claim" dir="auto">
        <Line nodes={card.statement} shown={{ names }} />
      </p>
      <p className="task-said">
        {card.standing && <StandingBadge standing={card.standing} />}
        <a href={card.path}>{messages().facts.numbered(card.number)}</a>
      </p>
      <div className="task-from">
        <Provenance card={card} />
      </div>
    </>
  )
}
