import { Empty } from '@/components/ui/Empty'
import { messages } from '@/lib/messages/messages'
import type { CategoryView } from '@/lib/pages/category'
import type { PageView } from '@/lib/pages/compose'
import { MoreLink } from './MoreLink'
import { TilesOrTitles } from './Tiles'
import '@/components/styles/ways.css'

/** The id of the heading of the members of a kind. */
export const groupId = (kind: string) => `members-${kind}`

/** What a category holds: other categories, then its members kind by kind. */
export function CategoryBody({ page, category }: { page: PageView; category: CategoryView }) {
  const texts = messages().ways.categories
  const { within, groups, hasTiles, isCut } = category
  return (
    <>
      {within.length > 0 && (
        <section aria-labelledby="subcategories">
          <h2 className="sr-only" id="subcategories">
            {texts.within}
          </h2>
          <ul className="subcategories">
            {within.map(({ label, path, count }) => (
              <li key={path}>
                <a href={path}>
                  <span dir="auto">{label}</span>
                  <small>{texts.count(count)}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(({ kind, label, members }) => (
        <section key={kind} className="prose members" aria-labelledby={groupId(kind)}>
          <h2 id={groupId(kind)}>
            {label} <span className="count">{members.length}</span>
          </h2>
          <TilesOrTitles tiles={members} hasTiles={hasTiles} />
        </section>
      ))}
      {isCut && <MoreLink page={page} kind="category" text={messages().reading.rest.members} />}
      {within.length === 0 && groups.length === 0 && <Empty>{texts.noMembers}</Empty>}
    </>
  )
}
