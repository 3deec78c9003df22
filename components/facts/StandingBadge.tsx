import type { OpenFact } from '@/lib/facts/card'
import { paths } from '@/lib/routes'
import { facts } from '@/lib/texts/en/facts'

/** A fact's standing: its word, with its colour. */
export function StandingBadge({ standing }: { standing: NonNullable<OpenFact['standing']> }) {
  return (
    <a className={`badge ${standing}`} href={paths.facts({ standing })} title={facts.standingMeans[standing]}>
      {facts.standing[standing]}
    </a>
  )
}
