import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { messages } from '@/lib/messages/messages'
import { categoryInWords } from '@/lib/reports/in-words'
import type { ReportList as List, ReportLine } from '@/lib/reports/loaders'
import { timeLeft } from '@/lib/reports/time-left'
import { paths } from '@/lib/routes'
import '@/components/styles/history.css'
import '@/components/styles/reports.css'

/** Reports: the open ones, urgent first, or the closed ones. */
export function ReportList({ list, now }: { list: List; now: Date }) {
  const texts = messages().reports.list
  const { checked, lines, isClosed, open, urgent, next, isFirst } = list
  const show = isClosed ? 'closed' : null
  const empty = isClosed ? texts.emptyClosed : texts.empty
  return (
    <main className="sheet history" id="text">
      <a className="eyebrow" href={paths.moderation()}>
        {messages().reports.home.title}
      </a>
      <h1 className="title">{texts.title}</h1>
      <nav aria-label={texts.which}>
        <ul className="chips plain">
          <li>
            <a className="chip" href={paths.reports()} aria-current={isClosed ? undefined : 'page'}>
              {texts.open}
            </a>
          </li>
          <li>
            <a
              className="chip"
              href={paths.reports({ show: 'closed' })}
              aria-current={isClosed ? 'page' : undefined}
            >
              {texts.closed}
            </a>
          </li>
        </ul>
      </nav>
      <p className="quiet">{isClosed ? texts.closedIntro : `${texts.count(open, urgent)}. ${texts.intro}`}</p>
      {checked.length > 0 && (
        <section aria-labelledby="checked">
          <h2 className="eyebrow" id="checked">
            {messages().reports.checked.heading}
          </h2>
          <ReportLines
            lines={checked.map(({ line }) => line)}
            ends={new Map(checked.map(({ line, until }) => [line.id, until]))}
            now={now}
          />
        </section>
      )}
      {lines.length > 0 ? <ReportLines lines={lines} now={now} /> : <Empty>{empty}</Empty>}
      <Pager
        first={isFirst ? null : paths.reports({ show })}
        next={next === null ? null : paths.reports({ show, after: next })}
      />
    </main>
  )
}

interface Lines {
  lines: ReportLine[]
  /** When the words that some are about open again by themselves. */
  ends?: ReadonlyMap<number, Date>
  now: Date
}

/** Reports, one per row: urgency, category, subject, sender, age. */
export function ReportLines({ lines, ends, now }: Lines) {
  return (
    <ol className="report-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <a href={paths.report(line.id)}>
            <span className="report-matter">
              {line.urgency === 'urgent' && <b className="urgent">{messages().reports.list.urgent}</b>}{' '}
              {categoryInWords(line.category)}
              {line.alike > 1 && ` (${messages().reports.list.alike(line.alike)})`}
            </span>
            <span className="report-about" dir="auto">
              {line.about?.what ?? messages().reports.target.gone}
            </span>
            <span className="quiet">
              {detailsOf(line, now, ends?.get(line.id)).filter(Boolean).join(' · ')}
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

const detailsOf = (line: ReportLine, now: Date, until?: Date) => [
  until && messages().reports.checked.short(...timeLeft(until, now)),
  messages().reports.list.by(line.byName ?? messages().reports.list.visitor),
  messages().review.sinceWords(line.createdAt, now),
  line.closedAt ? messages().reports.one.state.closed : !line.seenAt && messages().reports.list.unread,
]
