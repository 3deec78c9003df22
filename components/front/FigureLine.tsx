import { reading } from '@/lib/texts/en/reading'
import { MOST_FIGURE, upTo } from '@/lib/texts/en/up-to'
import type { FrontPage } from '@/lib/wiki/loaders'

const words = reading.front.figures

/** How much there is, in one line. */
export function FigureLine({ figures }: { figures: FrontPage['figures'] }) {
  const shown = (['pages', 'facts', 'sources', 'editors'] as const).filter((one) => figures[one] > 0)
  return (
    <dl className="figures">
      {shown.map((one) => (
        <div key={one}>
          <dt>{words[one](figures[one])}</dt>
          <dd>{upTo(figures[one], MOST_FIGURE)}</dd>
        </div>
      ))}
    </dl>
  )
}
