import { randomUUID } from 'node:crypto'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import type { Greeting } from '@/lib/greeting/greeting'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { OwnGroup, OwnLine, OwnSubmissions } from '@/lib/submissions/own-list'
import { type OwnFilter, ownFilters } from '@/lib/submissions/own-view'
import { GreetingBox } from './GreetingBox'
import { OwnActs } from './OwnActs'
import { StateBadge } from './StateBadge'
import '@/components/styles/forms.css'
import '@/components/styles/case.css'

/** What an account sent for review, by whose turn it is, what became of each, and what can be done about it. */
export function OwnList({
  list: { groups, view, lacking, next },
  greeting,
}: {
  list: OwnSubmissions
  greeting: Greeting | null
}) {
  const { submissions: own } = messages()
  const texts = messages().review.submissions
  const isEmpty = groups.every(({ lines }) => lines.length === 0)
  return (
    <WrittenAsHere>
      <main id="text" className="sheet">
        <h1 className="title">{texts.title}</h1>
        <p className="lead">{texts.intro}</p>
        {greeting && <GreetingBox greeting={greeting} at="submissions" />}
        {lacking && <OnTheWay lacking={lacking} />}
        <Filters state={view.state} />
        {isEmpty &&
          (view.state !== null ? (
            <Empty action={{ label: own.showAll, path: paths.submissions() }}>{own.noneOfThese}</Empty>
          ) : (
            <Empty>{texts.empty}</Empty>
          ))}
        {groups.map((group) => (
          <Group key={group.turn} group={group} />
        ))}
        <Pager
          first={view.before === null ? null : paths.submissions({ ...view, before: null })}
          next={next === null ? null : paths.submissions({ ...view, before: next })}
        />
      </main>
    </WrittenAsHere>
  )
}

/** Where they stand on the way to corrections that go live at once, and what counts. */
function OnTheWay({ lacking }: { lacking: NonNullable<OwnSubmissions['lacking']> }) {
  const { trust } = messages().submissions
  return (
    <details className="note on-the-way">
      <summary>
        {trust.stands[lacking]} <span className="quiet">{trust.what}</span>
      </summary>
      <p>{trust.counts}</p>
      <p>{trust.not}</p>
    </details>
  )
}

function Group({ group: { turn, lines, allPath } }: { group: OwnGroup }) {
  const { submissions: own } = messages()
  if (lines.length === 0) return null
  const list = (
    <ol className="submissions plain">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ol>
  )
  if (!turn) return list
  const { heading, intro } = own.groups[turn]
  return (
    <section className={`own-group is-${turn}`} aria-labelledby={`turn-${turn}`}>
      <h2 id={`turn-${turn}`}>{heading}</h2>
      <p className="quiet">{intro}</p>
      {list}
      {allPath && (
        <p>
          <a href={allPath}>{own.showGroup}</a>
        </p>
      )}
    </section>
  )
}

function Line({ line }: { line: OwnLine }) {
  const { review } = messages()
  const texts = messages().review.submissions
  const isTold = line.state === 'changes_requested' || line.state === 'declined'
  return (
    <li>
      <p className="submission-name" dir="auto">
        <a href={paths.submission(line.id)}>{line.heading}</a>
      </p>
      <p className="quiet">
        <StateBadge state={line.state} isAuthor />{' '}
        <time dateTime={line.createdAt.toISOString()}>{texts.sent(review.moment(line.createdAt))}</time>
        {line.others > 0 && ` · ${review.more(line.others)}`}
      </p>
      {isTold && <p>{messages().submissions.stateSentences[line.state]}</p>}
      {line.decision?.reason && (
        <blockquote className={`given-reason is-${line.state}`} dir="auto">
          {line.decision.reason}
        </blockquote>
      )}
      {line.own && (
        <OwnActs
          own={line.own}
          heading={line.heading}
          keys={{ withdraw: randomUUID(), reopen: randomUUID() }}
          isUnseen={line.isUnseen}
        />
      )}
      {line.lookPath && (
        <p className="quiet">
          <a href={line.lookPath}>{messages().submissions.look.inPlace}</a>
        </p>
      )}
      {line.livePath && (
        <p className="quiet">
          <a href={line.livePath}>{texts.seeLive}</a>
        </p>
      )}
    </li>
  )
}

function Filters({ state }: { state: OwnFilter | null }) {
  const { submissions: own } = messages()
  return (
    <ul className="chips plain" aria-label={own.filterLabel}>
      {[null, ...ownFilters].map((filter) => (
        <li key={filter}>
          <a
            className="chip"
            href={paths.submissions({ state: filter, before: null })}
            aria-current={filter === state ? 'true' : undefined}
          >
            {filter === null ? own.all : own.states[filter]}
          </a>
        </li>
      ))}
    </ul>
  )
}
