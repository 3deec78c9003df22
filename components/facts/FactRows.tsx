import { Provenance } from '@/components/content/Provenance'
import { StandingBadge } from '@/components/content/StandingBadge'
import type { FactCard, OpenFact } from '@/lib/facts/card'

/** Facts in a list, a statement and a line each; closed ones are left out. */
export function FactRows({ cards }: { cards: readonly FactCard[] }) {
  return <ul className="rows">{cards.map((card) => card.isClosed || <Row key={card.id} card={card} />)}</ul>
}

function Row({ card }: { card: OpenFact }) {
  return (
    <li>
      <a className="statement" href={card.path} dir="auto">
        {card.statement.map((node) => node.text).join('')}
      </a>
      <div className="said">
        {card.standing && <StandingBadge standing={card.standing} />}
        <Provenance card={card} />
      </div>
    </li>
  )
}
