import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import type { OwnSubmissions } from '@/lib/submissions/loaders'
import { review } from '@/lib/texts/en/review'
import { StateBadge } from './StateBadge'

const texts = review.submissions

/** What an account sent for review, the newest first, and what became of each. */
export function OwnList({ list: { lines, next, isFirst } }: { list: OwnSubmissions }) {
  return (
    <main id="text" className="sheet">
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{texts.intro}</p>
      {lines.length === 0 && <Empty>{texts.empty}</Empty>}
      <ol className="submissions plain">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="submission-name" dir="auto">
              <a href={`/submissions/${line.id}`}>{line.heading}</a>
            </p>
            <p className="quiet">
              <StateBadge state={line.state} />{' '}
              <time dateTime={line.createdAt.toISOString()}>{texts.sent(review.moment(line.createdAt))}</time>
              {line.others > 0 && ` · ${review.more(line.others)}`}
            </p>
            {line.decision?.reason && (
              <blockquote className="given-reason" dir="auto">
                {line.decision.reason}
              </blockquote>
            )}
            {line.livePath && (
              <p className="quiet">
                <a href={line.livePath}>{texts.seeLive}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
      <Pager
        first={isFirst ? null : '/submissions'}
        next={next === null ? null : `/submissions?before=${next}`}
      />
    </main>
  )
}
