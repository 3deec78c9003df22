import { linksPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'

/** That a page has more of something than it shows, and where all of it is listed. */
export function Rest({
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
