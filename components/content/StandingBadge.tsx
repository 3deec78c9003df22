import type { OpenFact } from '@/lib/facts/card'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** A fact's standing as a coloured label. */
export function StandingBadge({ standing }: { standing: NonNullable<OpenFact['standing']> }) {
  const { facts } = messages()
  return (
    <a className={`badge ${standing}`} href={paths.facts({ standing })} title={facts.standingMeans[standing]}>
      {facts.standing[standing]}
    </a>
  )
}
