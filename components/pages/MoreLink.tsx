import { linksPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'

/** Says that a page has more items than it shows, with a link to the whole list. */
export function MoreLink({
  page,
  kind,
  text,
}: {
  page: Pick<PageView, 'head'>
  kind: 'about' | 'category'
  text: string
}) {
  return (
    <p className="quiet">
      {text} <a href={linksPath(page.head, { kind })}>{messages().aboutEntry.links.heading}</a>
    </p>
  )
}
