import { Line } from '@/components/content/Line'
import type { Shown } from '@/components/content/shown'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'

/** The infobox: in the margin where there is one, collapsed below the lead where there is not. */
export function Infobox({
  page,
  shown,
}: {
  page: Pick<PageView, 'infobox' | 'place' | 'kindName'>
  shown: Shown
}) {
  if (page.infobox.length === 0 && !page.place) return null
  return (
    <details className="box unfolds">
      <summary>{messages().reading.glance}</summary>
      <dl>
        {page.place && (
          <div>
            <dt>{page.kindName}</dt>
            <dd>
              {page.place.number} · <a href={page.place.work.path}>{page.place.work.label}</a>
            </dd>
          </div>
        )}
        {page.infobox.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">
              <Line nodes={value} shown={shown} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
