import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { WatchedLine, Watchlist } from '@/lib/news/watchlist'
import { paths } from '@/lib/routes'
import { WatchForm } from './WatchForm'
import '@/components/styles/news.css'

/** What somebody watches, what changed of it since they last looked, and its feed. */
export function WatchlistPage({ list }: { list: Watchlist }) {
  const { changed, others, seenUntil, next, isFirst, feed } = list
  const texts = messages().watching
  return (
    <StaticHtml as="main" className="sheet news" id="text" data-live="">
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{texts.intro}</p>
      {isFirst && changed.length + others.length === 0 && <Empty>{texts.empty}</Empty>}
      <Part heading={texts.changedHeading} lines={changed} />
      {changed.length > 0 && seenUntil !== null && (
        <div className="actions">
          <WatchForm says={{ until: seenUntil }} next={paths.watchlist()}>
            {texts.seen}
          </WatchForm>
        </div>
      )}
      <Part heading={changed.length > 0 ? texts.othersHeading : null} lines={others} />
      <Pager
        first={isFirst ? null : paths.watchlist()}
        next={next === null ? null : paths.watchlist({ after: next })}
      />
      <section>
        <h2 className="news-day">{texts.feed.heading}</h2>
        <p className="quiet">{texts.feed.intro}</p>
        {feed !== null && (
          <p className="watch-feed">
            {texts.feed.address}: <a href={feed}>{feed}</a>
          </p>
        )}
        <div className="actions">
          <WatchForm says={{ feed: 'new' }} next={paths.watchlist()}>
            {feed === null ? texts.feed.make : texts.feed.renew}
          </WatchForm>
          {feed !== null && (
            <WatchForm says={{ feed: 'none' }} next={paths.watchlist()}>
              {texts.feed.end}
            </WatchForm>
          )}
        </div>
        {feed !== null && <p className="quiet">{texts.feed.ends}</p>}
      </section>
    </StaticHtml>
  )
}

function Part({ heading, lines }: { heading: string | null; lines: WatchedLine[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      {heading !== null && <h2 className="news-day">{heading}</h2>}
      <ul className="watch-list plain">
        {lines.map((line) => (
          <Line key={`${line.of} ${line.targetId}`} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line: { of, targetId, label, path, count, last } }: { line: WatchedLine }) {
  const texts = messages().watching
  const counted = of === 'thread' ? texts.comments : texts.changes
  return (
    <li>
      <span>
        <span className="news-things" dir="auto">
          {path === null ? label : <a href={path}>{label}</a>}
        </span>
        {of !== 'entry' && <span className="quiet"> · {texts.kinds[of]}</span>}
        {count > 0 && last && (
          <span className="quiet"> · {counted(count, messages().dates.dayInWords(last))}</span>
        )}
      </span>
      <WatchForm says={{ targetId, of, on: 'no' }} next={paths.watchlist()} label={texts.unwatchWhat(label)}>
        {texts.unwatch}
      </WatchForm>
    </li>
  )
}
