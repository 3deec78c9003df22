import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { contentKinds, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { queryOf, type RecentList, type RecentQuery, type RecentView } from '@/lib/revisions/recent'
import { paths } from '@/lib/routes'
import { ChangeList } from './ChangeList'
import '@/components/styles/history.css'
import '@/components/styles/lists.css'

/** Recent changes. */
export function RecentPage({ list }: { list: RecentList }) {
  const { history } = messages()
  const { view, next } = list
  const query = queryOf(view)
  const isFiltered = Object.values(query).some((value) => value !== null)
  return (
    <StaticHtml as="main" className="sheet history" id="text">
      <h1 className="title">{history.recent.title}</h1>
      <p className="quiet">{history.recent.intro}</p>
      <Filters view={view} />
      <ChangeList
        lines={list.lines}
        empty={isFiltered ? history.recent.emptyView : history.recent.empty}
        isGrouped
      />
      <Pager
        first={list.isFirst ? null : paths.recent(query)}
        next={next === null ? null : paths.recent({ before: next, ...query })}
      />
      <p className="quiet">
        <a className="choice" href={paths.feed('recent.atom', query)}>
          {history.recent.feed}
        </a>
      </p>
    </StaticHtml>
  )
}

/** The choices of a view. Each is a link to the view with it, or without it where it is chosen. */
function Filters({ view }: { view: RecentView }) {
  const { recent } = messages().history
  const query = queryOf(view)
  const toggles = [
    ['by', 'newcomers', recent.only.newcomers],
    ['review', 'none', recent.only.unreviewed],
    ['minor', 'hidden', recent.only.withoutMinor],
  ] as const
  return (
    <nav className="recent-filters" aria-label={recent.filters}>
      <div className="chips">
        <Chip to={{ ...query, kind: null }} words={recent.all} isChosen={view.kind === null} />
        {contentKinds.map((kind) => (
          <Chip
            key={kind}
            to={{ ...query, kind }}
            words={kindOf(kind).texts().many}
            isChosen={view.kind === kind}
          />
        ))}
      </div>
      <div className="chips">
        {toggles.map(([name, value, words]) => {
          const isChosen = query[name] === value
          return (
            <Chip
              key={name}
              to={{ ...query, [name]: isChosen ? null : value }}
              words={words}
              isChosen={isChosen}
            />
          )
        })}
        <a className="chip" href={paths.submissions()} data-for="writers" rel="nofollow">
          {recent.mine}
        </a>
        <a className="chip" href={paths.watchlist()} data-for="writers" rel="nofollow">
          {recent.watched}
        </a>
        <a className="chip" href={paths.review()} data-for="moderators" rel="nofollow">
          {recent.waiting}
        </a>
      </div>
    </nav>
  )
}

function Chip({ to, words, isChosen }: { to: RecentQuery; words: string; isChosen: boolean }) {
  return (
    <a className="chip" href={paths.recent(to)} aria-current={isChosen ? 'true' : undefined}>
      {words}
    </a>
  )
}
