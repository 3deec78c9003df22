import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { GreetingBox } from '@/components/submissions/GreetingBox'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import type { Greeting } from '@/lib/greeting/greeting'
import { messages } from '@/lib/messages/messages'
import type { NewsList } from '@/lib/news/list'
import { newsFilters } from '@/lib/news/view'
import { paths } from '@/lib/routes'
import { Line } from './Line'
import { ReadAllForm } from './ReadAllForm'
import '@/components/styles/news.css'

/** What an account was told, by day. */
export function NewsPage({
  list: { days, view, unread, newest, next },
  greeting,
}: {
  list: NewsList
  greeting: Greeting | null
}) {
  const texts = messages().news
  return (
    <WrittenAsHere>
      <main id="text" className="sheet news">
        <h1 className="title">{texts.title}</h1>
        <p className="lead">{texts.intro}</p>
        {greeting && <GreetingBox greeting={greeting} at="news" />}
        <ul className="chips plain" aria-label={texts.filterLabel}>
          {[null, ...newsFilters].map((family) => (
            <li key={family}>
              <a
                className="chip"
                href={paths.news({ of: family })}
                aria-current={family === view.family ? 'true' : undefined}
              >
                {texts.filters[family ?? 'all']}
              </a>
            </li>
          ))}
        </ul>
        <p className="news-ways">
          <a href={paths.watchlist()}>{messages().watching.toList}</a>
          <a href={paths.accountMail()}>{messages().newsMail.title}</a>
        </p>
        {unread > 0 && newest !== null && view.before === null && <ReadAllForm upTo={newest} />}
        {days.length === 0 &&
          (view.family === null ? (
            <Empty>{texts.empty}</Empty>
          ) : (
            <Empty action={{ label: texts.showAll, path: paths.news() }}>{texts.noneOfThese}</Empty>
          ))}
        {days.map(({ day, lines }) => (
          <section key={day.toISOString()}>
            <h2 className="news-day">{messages().dates.dayInWords(day)}</h2>
            <ol className="news-list plain">
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ol>
          </section>
        ))}
        <Pager
          first={view.before === null ? null : paths.news({ of: view.family })}
          next={next === null ? null : paths.news({ of: view.family, before: next })}
        />
      </main>
    </WrittenAsHere>
  )
}
