import { Captioned } from '@/components/content/Figure'
import { Line } from '@/components/content/Line'
import { Lock } from '@/components/content/Lock'
import type { Shown } from '@/components/content/shown'
import type { RichLine } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { pictureOfLine, plateOf } from '@/lib/pages/plate'
import { Neighbours } from './Neighbours'
import { ReverseRows } from './ReverseRows'

/** How wide its pictures are shown. */
const SIZES = '(max-width: 52rem) 92vw, 17.5rem'

interface Props {
  page: Pick<PageView, 'infobox' | 'place' | 'ends' | 'title' | 'neighbours'>
  shown: Shown
}

/**
 * The infobox: in the margin where there is one, collapsed below the lead where there is not. Its first picture stands
 * above it, and on a phone above everything.
 */
export function Infobox({ page, shown }: Props) {
  const plate = plateOf(page.infobox)
  const rows = page.infobox.filter(({ key }) => key !== plate?.key)
  // What has its place in it stands in the text, where there is room for it.
  const ends = page.ends.filter(({ isPlace, isPast }) => !isPlace || isPast)
  const hasRows = rows.length > 0 || page.place !== null || ends.length > 0
  if (!plate && !hasRows && !page.neighbours) return null
  return (
    <div className="side">
      {plate && (
        <figure className="plate" aria-label={plate.label}>
          <Captioned file={plate.file} caption={plate.caption} shown={shown} sizes={SIZES} isFirst />
        </figure>
      )}
      {hasRows && <Box page={{ ...page, ends }} rows={rows} shown={shown} />}
      {page.neighbours && <Neighbours around={page.neighbours} />}
    </div>
  )
}

function Box({ page: { place, ends, title }, rows, shown }: Props & { rows: PageView['infobox'] }) {
  const headings = [...new Set(rows.flatMap(({ section }) => section ?? []))]
  return (
    <details className="box unfolds">
      <summary>{messages().reading.glance}</summary>
      <div className="glance">
        <dl>
          {place && (
            <div>
              <dt>{place.label}</dt>
              <dd>
                {place.number} · <a href={place.work.path}>{place.work.label}</a>
              </dd>
            </div>
          )}
          <Rows rows={rows.filter(({ section }) => section === null)} shown={shown} />
          <ReverseRows ends={ends} title={title} />
        </dl>
        {headings.map((heading) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <dl>
              <Rows rows={rows.filter(({ section }) => section === heading)} shown={shown} />
            </dl>
          </section>
        ))}
      </div>
    </details>
  )
}

function Rows({ rows, shown }: { rows: PageView['infobox']; shown: Shown }) {
  return rows.map(({ key, label, value, lock }) => (
    <div key={key}>
      <dt>{label}</dt>
      <dd dir="auto">
        {lock ? <Lock lock={lock} /> : <Value value={value} shown={{ ...shown, isField: true }} />}
      </dd>
    </div>
  ))
}

function Value({ value, shown }: { value: RichLine; shown: Shown }) {
  const picture = pictureOfLine(value)
  if (!picture) return <Line nodes={value} shown={shown} />
  return (
    <figure className="figure is-plain">
      <Captioned {...picture} shown={shown} sizes={SIZES} />
    </figure>
  )
}
