import { reading } from '@/lib/texts/en/reading'
import type { FrontPage } from '@/lib/wiki/loaders'

const words = reading.front.figures
const inDigits = new Intl.NumberFormat('en-GB')

/** How much there is, in one line. */
export function FigureLine({ figures }: { figures: FrontPage['figures'] }) {
  const shown = (['pages', 'facts', 'sources', 'editors'] as const).filter((one) => figures[one] > 0)
  return (
    <dl className="figures">
      {shown.map((one) => (
        <div key={one}>
          <dt>{words[one](figures[one])}</dt>
          <dd>{inDigits.format(figures[one])}</dd>
        </div>
      ))}
    </dl>
  )
}
