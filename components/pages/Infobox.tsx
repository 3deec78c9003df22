import { Line } from '@/components/content/Line'
import type { Shown } from '@/components/content/shown'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { ReverseRows } from './ReverseRows'

/** The infobox: in the margin where there is one, collapsed below the lead where there is not. */
export function Infobox({
  page,
  shown,
}: {
  page: Pick<PageView, 'infobox' | 'place' | 'ends' | 'title'>
  shown: Shown
}) {
  const { infobox, place, ends } = page
  if (infobox.length === 0 && !place && ends.length === 0) return null
  const headings = [...new Set(infobox.flatMap(({ section }) => section ?? []))]
  return (
    <details className="box unfolds">
      <summary>{messages().reading.glance}</summary>
      <dl>
        {place && (
          <div>
            <dt>{place.label}</dt>
            <dd>
              {place.number} · <a href={place.work.path}>{place.work.label}</a>
            </dd>
          </div>
        )}
        <Rows rows={infobox.filter(({ section }) => section === null)} shown={shown} />
        <ReverseRows ends={ends} title={page.title} />
      </dl>
      {headings.map((heading) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <dl>
            <Rows rows={infobox.filter(({ section }) => section === heading)} shown={shown} />
          </dl>
        </section>
      ))}
    </details>
  )
}

function Rows({ rows, shown }: { rows: PageView['infobox']; shown: Shown }) {
  return rows.map(({ key, label, value }) => (
    <div key={key}>
      <dt>{label}</dt>
      <dd dir="auto">
        <Line nodes={value} shown={{ ...shown, isField: true }} />
      </dd>
    </div>
  ))
}
