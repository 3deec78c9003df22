import { linksPath } from '@/lib/entries/paths'
import type { PageView } from '@/lib/pages/compose'
import { aboutEntry } from '@/lib/texts/en/about-entry'

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
      {text} <a href={`${linksPath(page.head)}?kind=${kind}`}>{aboutEntry.links.heading}</a>
    </p>
  )
}
