import { Pager } from '@/components/ui/Pager'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { Queue } from '@/lib/review/loaders'
import { queueFilters } from '@/lib/review/queue-view'
import { paths } from '@/lib/routes'
import type { SubmissionLine } from '@/lib/submissions/listing'

interface Props {
  queue: Queue
  current: number | null
  /** What the page is about: its heading is the page's. */
  shows: 'queue' | 'case'
  now: Date
}

/** The waiting submissions, oldest first, with the current one marked. */
export function QueuePane({ queue, current, shows, now }: Props) {
  const { review } = messages()
  const { view, waiting, reports, lines, next } = queue
  const Heading = shows === 'queue' ? 'h1' : 'p'
  return (
    <nav className="review-queue" aria-label={review.queue}>
      <div className="review-queue-head">
        <Heading className="eyebrow">{review.waiting(waiting)}</Heading>
        {reports.open > 0 && (
          <a className={reports.urgent > 0 ? 'queue-reports urgent' : 'queue-reports'} href={paths.reports()}>
            {messages().reports.list.count(reports.open, reports.urgent)}
          </a>
        )}
        <Filters of={view.of} />
      </div>
      <ol className="plain">
        {lines.map((line) => (
          <li key={line.id}>
            <Row
              line={line}
              path={paths.reviewCase(line.id, view)}
              isCurrent={line.id === current}
              now={now}
            />
          </li>
        ))}
      </ol>
      <Pager
        first={view.after === null ? null : paths.review({ ...view, after: null })}
        next={next === null ? null : paths.review({ ...view, after: next })}
      />
    </nav>
  )
}

function Filters({ of }: { of: Queue['view']['of'] }) {
  const { review } = messages()
  return (
    <ul className="chips plain" aria-label={review.filterLabel}>
      {[null, ...queueFilters].map((filter) => (
        <li key={filter}>
          <a
            className="chip"
            href={paths.review({ of: filter, after: null })}
            aria-current={filter === of ? 'true' : undefined}
          >
            {filter === null ? review.all : kindOf(filter).texts().many}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface RowProps {
  line: SubmissionLine
  path: string
  isCurrent: boolean
  now: Date
}

function Row({ line, path, isCurrent, now }: RowProps) {
  const { review } = messages()
  const { author, others, reach, waitingSince } = line
  const details = [
    author.name,
    author.isFirstEdit && review.firstEdit,
    review.since(waitingSince, now),
    reach,
    others > 0 && review.more(others),
  ]
  return (
    <a className="review-row" href={path} aria-current={isCurrent ? 'page' : undefined}>
      <b dir="auto">{line.heading}</b>
      <span className="quiet" dir="auto">
        {details.filter(Boolean).join(' · ')}
      </span>
    </a>
  )
}
