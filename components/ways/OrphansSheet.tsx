import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { TitleList } from '@/components/ui/TitleList'
import { messages } from '@/lib/messages/messages'
import type { OrphanList } from '@/lib/pages/orphans'
import { paths } from '@/lib/routes'
import { WaySheet } from './WaySheet'

/** Pages that nothing links to. */
export function OrphansSheet({ list }: { list: OrphanList }) {
  const texts = messages().ways.orphans
  const further = list.next === null ? null : paths.orphans({ after: list.next })
  return (
    <WaySheet title={texts.title} lead={texts.lead}>
      {list.pages.length > 0 && (
        <div className="columns">
          <TitleList pages={list.pages} />
        </div>
      )}
      {list.pages.length === 0 && !further && <Empty>{texts.none}</Empty>}
      {list.pages.length === 0 && further && (
        <Empty action={{ label: texts.further, path: further }}>{texts.noneHere}</Empty>
      )}
      <Pager first={list.isFirst ? null : paths.orphans()} next={further} />
    </WaySheet>
  )
}
