import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { RecentList } from '@/lib/revisions/loaders'
import { paths } from '@/lib/routes'
import { ChangeList } from './ChangeList'
import '@/components/styles/history.css'

/** Recent changes. */
export function RecentPage({ list }: { list: RecentList }) {
  const { history } = messages()
  const { isMinorHidden, next } = list
  const minor = isMinorHidden ? 'hidden' : null
  return (
    <StaticHtml as="main" className="sheet history" id="text">
      <h1 className="title">{history.recent.title}</h1>
      <p className="quiet">
        {history.recent.intro}{' '}
        <a className="choice" href={isMinorHidden ? paths.recent() : paths.recent({ minor: 'hidden' })}>
          {isMinorHidden ? history.recent.showMinor : history.recent.hideMinor}
        </a>
      </p>
      <ChangeList lines={list.lines} empty={history.recent.empty} />
      <Pager
        first={list.isFirst ? null : paths.recent({ minor })}
        next={next === null ? null : paths.recent({ before: next, minor })}
      />
    </StaticHtml>
  )
}
