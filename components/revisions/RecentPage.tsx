import { Pager } from '@/components/ui/Pager'
import type { RevisionList } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'
import { ChangeList } from './ChangeList'

/** What was published lately. */
export function RecentPage({ list }: { list: RevisionList }) {
  return (
    <main className="sheet history" id="text">
      <h1 className="title">{history.recent.title}</h1>
      <p className="quiet">{history.recent.intro}</p>
      <ChangeList lines={list.lines} empty={history.recent.empty} />
      <Pager
        first={list.isFirst ? null : '/recent'}
        next={list.next === null ? null : `/recent?before=${list.next}`}
      />
    </main>
  )
}
