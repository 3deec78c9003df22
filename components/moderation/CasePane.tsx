import { randomUUID } from 'node:crypto'
import type { Case } from '@/lib/submissions/case'
import type { CaseInQueue } from '@/lib/submissions/loaders'
import { type QueueView, reviewPath } from '@/lib/submissions/queue-address'
import { review } from '@/lib/texts/en/review'
import { DecidedNote, DoneNote, PrivateLifeNote } from './CaseNotes'
import { CaseView } from './CaseView'
import { DecisionBar } from './DecisionBar'
import { Steps } from './Steps'

interface Props {
  view: QueueView
  shown: CaseInQueue
  /** The case one comes from. */
  done: Case | null
  you: number
  now: Date
}

/** The case at hand with what can be done about it. */
export function CasePane({ view, shown: { found, next, previous }, done, you, now }: Props) {
  const pathOf = (id: number | null) => (id === null ? null : reviewPath(view, { id }))
  const steps = { nextPath: pathOf(next), previousPath: pathOf(previous) }
  return (
    <article className="case">
      {done && <DoneNote done={done} />}
      <p className="case-back">
        <a href={reviewPath(view)}>{review.backToQueue}</a>
      </p>
      <CaseView found={found} now={now}>
        <p className="quiet case-state">{review.states[found.state]}</p>
        {found.decision && <DecidedNote decision={found.decision} />}
        {found.whyNot && <p className="note">{found.whyNot}</p>}
        {found.privateLife && <PrivateLifeNote agreed={found.privateLife.agreed} you={you} />}
      </CaseView>
      {found.mayDecide ? (
        <DecisionBar
          key={found.id}
          toDecide={{
            submissionId: found.id,
            roundNumber: found.roundNumber,
            of: view.of,
            acceptKey: randomUUID(),
            declineKey: randomUUID(),
          }}
          mayAccept={mayAccept(found, you)}
          {...steps}
        />
      ) : (
        <section className="case-acts">
          <Steps {...steps} />
        </section>
      )}
    </article>
  )
}

/** What cannot be published as things are, and what one has agreed to already, has no button for it. */
const mayAccept = ({ conflicts, obstacle, privateLife }: Case, you: number) =>
  conflicts.length === 0 && obstacle === null && !privateLife?.agreed.some((one) => one.id === you)
