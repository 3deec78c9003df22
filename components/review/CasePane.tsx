import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { Story } from '@/components/review/Story'
import { messages } from '@/lib/messages/messages'
import type { Case } from '@/lib/review/case'
import type { CaseInQueue } from '@/lib/review/loaders'
import type { QueueView } from '@/lib/review/queue-view'
import { paths } from '@/lib/routes'
import { DecidedNote, DoneNote, PrivateLifeNote } from './CaseNotes'
import { CaseView } from './CaseView'
import { DecisionBar } from './DecisionBar'

interface Props {
  view: QueueView
  shown: CaseInQueue
  /** The previous case. */
  done: Case | null
  you: number
  level: 'h1' | 'h2'
  now: Date
  /** What its author and the reviewers write to each other, and the way there from above what is proposed. */
  conversation: ReactNode
  /** Facts that say much the same as the new one that is proposed. */
  similar: ReactNode
  toConversation: ReactNode
}

/** The current case with the decision bar. */
export function CasePane({
  view,
  shown,
  done,
  you,
  level,
  now,
  similar,
  conversation,
  toConversation,
}: Props) {
  const { found, next, previous } = shown
  const { review } = messages()
  const pathOf = (id: number | null) => (id === null ? null : paths.reviewCase(id, view))
  return (
    <article className="case">
      {done && <DoneNote done={done} />}
      <p className="case-back">
        <a href={paths.review(view)}>{review.backToQueue}</a>
      </p>
      <CaseView found={found} now={now} level={level}>
        <p className="quiet case-state">{review.states[found.state]}</p>
        {found.roundNumber > 1 ? (
          <Story moments={found.story} you={you} />
        ) : (
          found.decision && <DecidedNote decision={found.decision} />
        )}
        {toConversation}
        {found.whyNot && <p className="note">{found.whyNot}</p>}
        {found.privateLife && <PrivateLifeNote agreed={found.privateLife.agreed} you={you} />}
      </CaseView>
      {similar}
      {conversation}
      <DecisionBar
        key={found.id}
        toDecide={{
          submissionId: found.id,
          roundNumber: found.roundNumber,
          of: view.of,
          acceptKey: randomUUID(),
          declineKey: randomUUID(),
          requestChangesKey: randomUUID(),
        }}
        mayDecide={found.mayDecide}
        mayAccept={mayAccept(found, you)}
        nextPath={pathOf(next)}
        previousPath={pathOf(previous)}
      />
    </article>
  )
}

/** There is no accept button for what cannot be published now, and where only another moderator's vote is missing. */
const mayAccept = ({ conflicts, obstacle, privateLife }: Case, you: number) =>
  conflicts.length === 0 && obstacle === null && !(privateLife && waitsForOthers(privateLife.agreed, you))

/** A vote may count again after a change: then either of two publishes it. */
const waitsForOthers = (agreed: { id: number }[], you: number) =>
  agreed.length < 2 && agreed.some((one) => one.id === you)
