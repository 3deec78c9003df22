import type { OpenFact } from '@/lib/facts/card'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { lookOf } from '@/lib/standings/standing'
import { EVIDENCE } from './Evidence'

type Standing = NonNullable<OpenFact['standing']>

/** A fact's standing: a shape and a word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  return <span className={`badge ${lookOf(standing)}`}>{messages().facts.standing[standing]}</span>
}

interface Props {
  card: OpenFact
  standing: Standing
  /** Inside of a lock that was opened: what it leads to stands open, too. */
  isWithin: boolean
}

/**
 * The same, leading to what it means, what stands behind the fact, and what a reader can do: scripts open that in place
 * (`components/elements/evidence.ts`).
 */
export function OpeningBadge({ card, standing, isWithin }: Props) {
  if (card.number === 0) return <StandingBadge standing={standing} />
  const path = isWithin ? paths.openFact(card.number) : card.path
  return (
    <span className="opens">
      <a className={`badge ${lookOf(standing)}`} href={`${path}#${EVIDENCE}`}>
        {messages().facts.standing[standing]}
      </a>
    </span>
  )
}
