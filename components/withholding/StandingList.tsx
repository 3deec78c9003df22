import { messages } from '@/lib/messages/messages'
import type { StandingWithholding } from '@/lib/withholding/loaders'
import { LiftForm } from './LiftForm'

/** What is hidden now, each with the form that shows it again where that is possible. */
export function StandingList({ standing }: { standing: StandingWithholding[] }) {
  const texts = messages().withholding.standing
  return (
    <section className="standing-act" aria-labelledby="hidden-now">
      <h2 id="hidden-now">{texts.heading}</h2>
      <ul className="withheld-list">
        {standing.map((one) => (
          <li key={one.id}>
            <p>
              <b>
                {texts.line(one)}: {texts.strength[one.strength]}
              </b>{' '}
              <span className="quiet">{texts.by(one.byName, one.at)}</span>
            </p>
            <q dir="auto">{one.reason}</q>
            {one.strength !== 'erased' && <LiftForm withholdingId={one.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
