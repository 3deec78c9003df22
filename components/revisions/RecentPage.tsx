import { Pager } from '@/components/ui/Pager'
import { Still } from '@/components/ui/Still'
import type { RecentList } from '@/lib/revisions/loaders'
import { history } from '@/lib/texts/en/history'
import { ChangeList } from './ChangeList'
import '@/components/styles/history.css'

const ALL = '/recent'
const WITHOUT_MINOR = '/recent?minor=hidden'

/** What was published lately. */
export function RecentPage({ list }: { list: RecentList }) {
  const { isMinorHidden, next } = list
  const here = isMinorHidden ? WITHOUT_MINOR : ALL
  return (
    <Still as="main" className="sheet history" id="text">
      <h1 className="title">{history.recent.title}</h1>
      <p className="quiet">
        {history.recent.intro}{' '}
        <a className="choice" href={isMinorHidden ? ALL : WITHOUT_MINOR}>
          {isMinorHidden ? history.recent.showMinor : history.recent.hideMinor}
        </a>
      </p>
      <ChangeList lines={list.lines} empty={history.recent.empty} />
      <Pager
        first={list.isFirst ? null : here}
        next={
          next === null
            ? null
            : isMinorHidden
              ? `/recent?before=${next}&minor=hidden`
              : `/recent?before=${next}`
        }
      />
    </Still>
  )
}
