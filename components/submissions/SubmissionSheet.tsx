import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { CaseView } from '@/components/review/CaseView'
import { Story } from '@/components/review/Story'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { messages } from '@/lib/messages/messages'
import type { Case } from '@/lib/review/case'
import { paths } from '@/lib/routes'
import { OwnActs } from './OwnActs'
import { StateBadge } from './StateBadge'
import '@/components/styles/forms.css'
import '@/components/styles/case.css'
import '@/components/styles/review.css'

interface Props {
  found: Case
  isAuthor: boolean
  now: Date
  /** Asks for a mail about the decision. */
  mail: ReactNode
  /** What its author and the reviewers write to each other. */
  conversation: ReactNode
}

/** A submission as its author reads it: where it stands, who decided and why, what became of it, and what it says. */
export function SubmissionSheet({ found, isAuthor, now, mail, conversation }: Props) {
  const texts = messages().review.submissions
  return (
    <WrittenAsHere>
      <main id="text" className="case submission-sheet">
        <p className="case-back">
          {isAuthor ? (
            <a href={paths.submissions()}>{texts.back}</a>
          ) : (
            <a href={paths.reviewCase(found.id)}>{texts.decide}</a>
          )}
        </p>
        <CaseView found={found} now={now}>
          <div className="submission-state">
            <StateBadge state={found.state} isAuthor={isAuthor} />
            {isAuthor && <p>{messages().submissions.stateSentences[found.state]}</p>}
            {isAuthor && <ReviewerReply found={found} />}
            {found.state !== 'accepted' && (
              <p className="quiet">{isAuthor ? texts.yours : texts.ofSomebody}</p>
            )}
            <Became parts={found.published} />
            {found.own && (
              <OwnActs
                own={found.own}
                heading={found.heading}
                keys={{ withdraw: randomUUID(), reopen: randomUUID() }}
              />
            )}
            {mail}
          </div>
          {conversation}
          <Story
            moments={found.story}
            you={isAuthor ? found.author.id : null}
            shownReason={isAuthor && found.state !== 'accepted' ? found.decision?.reason : null}
          />
        </CaseView>
      </main>
    </WrittenAsHere>
  )
}

/** What its author has to know to go on: what a reviewer said, and that the words met others'. */
function ReviewerReply({ found: { state, decision, conflicts } }: { found: Case }) {
  const { submissions: own } = messages()
  if (state === 'waiting' && conflicts.length > 0)
    return (
      <p>
        <b className="state is-waiting">{own.moved.state}</b> {own.moved.sentence}
      </p>
    )
  if (!decision?.reason || state === 'accepted') return null
  return (
    <blockquote className={`given-reason is-${state}`} dir="auto">
      {decision.reason}
    </blockquote>
  )
}

/** The entries it became, each with its page and the change. */
function Became({ parts }: { parts: Case['published'] }) {
  const texts = messages().review.submissions
  if (parts.length === 0) return null
  return (
    <ul className="plain" aria-label={texts.became}>
      {parts.map((part) => (
        <li key={part.path} dir="auto">
          {part.isGone ? part.label : <a href={part.path}>{part.label}</a>}
          {part.diffPath && !part.isGone && (
            <>
              {' · '}
              <a className="quiet" href={part.diffPath}>
                {texts.seeChange}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
