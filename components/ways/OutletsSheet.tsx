import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { OutletList } from '@/lib/sources/outlets'
import { CountedLinks } from './CountedLinks'
import { WaySheet } from './WaySheet'

/** The outlets of all sources. */
export function OutletsSheet({ list }: { list: OutletList }) {
  const texts = messages().ways.outlets
  return (
    <WaySheet title={texts.title} lead={texts.lead}>
      {list.outlets.length === 0 && (
        <Empty action={{ label: messages().sources.all, path: paths.sources() }}>{texts.none}</Empty>
      )}
      <CountedLinks
        links={list.outlets.map(({ label, path, count }) => ({ label, path, count: texts.sources(count) }))}
      />
      <Pager
        first={list.isFirst ? null : paths.outlets()}
        next={list.next === null ? null : paths.outlets({ after: list.next })}
      />
    </WaySheet>
  )
}
