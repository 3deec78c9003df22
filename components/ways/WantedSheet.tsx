import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import type { WantedList } from '@/lib/pages/wanted'
import { paths } from '@/lib/routes'
import { CountedLinks } from './CountedLinks'
import { WaySheet } from './WaySheet'

/** Titles that texts link to and no page has, the most wanted first. */
export function WantedSheet({ list }: { list: WantedList }) {
  const texts = messages().ways.wanted
  return (
    <WaySheet title={texts.title} lead={texts.lead}>
      {list.titles.length === 0 && <Empty>{texts.none}</Empty>}
      <CountedLinks
        links={list.titles.map(({ title, path, links }) => ({
          ...{ label: title, path, count: texts.links(links) },
        }))}
      />
      <Pager
        first={list.isFirst ? null : paths.wanted()}
        next={list.next === null ? null : paths.wanted({ after: list.next })}
      />
    </WaySheet>
  )
}
