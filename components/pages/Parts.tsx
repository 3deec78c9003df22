import { messages } from '@/lib/messages/messages'
import type { PartsOfWork } from '@/lib/pages/parts'
import { paths } from '@/lib/routes'
import { TilesOrTitles } from './Tiles'

/** The id of the heading of parts. */
export const partsId = (field: string) => `parts-${field.split('.')[0]}`

/** What has its place in the work that a page is about: its seasons, its episodes. */
export function Parts({ parts, title }: { parts: PartsOfWork[]; title: string }) {
  const texts = messages().reading.ends
  return parts.map(({ label, field, tiles, count }) => (
    <section key={field} className="prose members" aria-labelledby={partsId(field)}>
      <h2 id={partsId(field)}>
        {label} <span className="count">{messages().upTo(count)}</span>
      </h2>
      <TilesOrTitles tiles={tiles} hasTiles />
      {count > tiles.length && (
        <p>
          <a href={paths.pageLinks(title, { field })}>{texts.all(label, count)}</a>
        </p>
      )}
    </section>
  ))
}
