import { randomUUID } from 'node:crypto'
import { WrittenAsHere } from '@/components/accounts/WrittenAsHere'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import type { OwnSubmissions } from '@/lib/submissions/loaders'
import { type OwnFilter, ownFilters, ownListPath } from '@/lib/submissions/own-address'
import { review } from '@/lib/texts/en/review'
import { submissions as own } from '@/lib/texts/en/submissions'
import { OwnActs } from './OwnActs'
import { StateBadge } from './StateBadge'
import '@/components/styles/forms.css'
import '@/components/styles/case.css'

const texts = review.submissions

/** What an account sent for review, the newest first, what became of each, and what can be done about it. */
export function OwnList({ list: { lines, view, next } }: { list: OwnSubmissions }) {
  const isFiltered = view.state !== null
  return (
    <WrittenAsHere>
      <main id="text" className="sheet">
        <h1 className="title">{texts.title}</h1>
        <p className="lead">{texts.intro}</p>
        <Filters state={view.state} />
        {lines.length === 0 &&
          (isFiltered ? (
            <Empty action={{ label: own.showAll, path: '/submissions' }}>{own.noneOfThese}</Empty>
          ) : (
            <Empty>{texts.empty}</Empty>
          ))}
        <ol className="submissions plain">
          {lines.map((line) => (
            <li key={line.id}>
              <p className="submission-name" dir="auto">
                <a href={`/submissions/${line.id}`}>{line.heading}</a>
              </p>
              <p className="quiet">
                <StateBadge state={line.state} />{' '}
                <time dateTime={line.createdAt.toISOString()}>
                  {texts.sent(review.moment(line.createdAt))}
                </time>
                {line.others > 0 && ` · ${review.more(line.others)}`}
              </p>
              {line.decision?.reason && (
                <blockquote className="given-reason" dir="auto">
                  {line.decision.reason}
                </blockquote>
              )}
              {line.own && (
                <OwnActs
                  own={line.own}
                  heading={line.heading}
                  keys={{ withdraw: randomUUID(), reopen: randomUUID() }}
                />
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
          first={view.before === null ? null : ownListPath({ ...view, before: null })}
          next={next === null ? null : ownListPath({ ...view, before: next })}
        />
      </main>
    </WrittenAsHere>
  )
}

function Filters({ state }: { state: OwnFilter | null }) {
  return (
    <ul className="chips plain" aria-label={own.filterLabel}>
      {[null, ...ownFilters].map((filter) => (
        <li key={filter}>
          <a
            className="chip"
            href={ownListPath({ state: filter, before: null })}
            aria-current={filter === state ? 'true' : undefined}
          >
            {filter === null ? own.all : own.filters[filter]}
          </a>
        </li>
      ))}
    </ul>
  )
}
