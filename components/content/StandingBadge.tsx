import type { OpenFact } from '@/lib/facts/card'
import { messages } from '@/lib/messages/messages'
import { lookOf } from '@/lib/standings/standing'
import { Evidence } from './Evidence'

type Standing = NonNullable<OpenFact['standing']>

/** A fact's standing: a shape and a word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  return <span className={`badge ${lookOf(standing)}`}>{messages().facts.standing[standing]}</span>
}

/** The same, opening in its place on what it means, what stands behind the fact, and what a reader can do. */
export function OpeningBadge({ card, standing }: { card: OpenFact; standing: Standing }) {
  return (
    <details className="opens" aria-label={messages().facts.howSure}>
      <summary className={`badge ${lookOf(standing)}`}>{messages().facts.standing[standing]}</summary>
      <Evidence card={card} standing={standing} />
    </details>
  )
}
