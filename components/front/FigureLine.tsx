import type { FrontPage } from '@/lib/front/loaders'
import { messages } from '@/lib/messages/messages'
import { MOST_FIGURE } from '@/lib/messages/most-counted'

/** The wiki's counts in one line. */
export function FigureLine({ figures }: { figures: FrontPage['figures'] }) {
  const shown = (['pages', 'facts', 'sources', 'editors'] as const).filter((one) => figures[one] > 0)
  return (
    <dl className="figures">
      {shown.map((one) => (
        <div key={one}>
          <dt>{messages().reading.front.figures[one](figures[one])}</dt>
          <dd>{messages().upTo(figures[one], MOST_FIGURE)}</dd>
        </div>
      ))}
    </dl>
  )
}
