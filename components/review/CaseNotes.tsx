import { messages } from '@/lib/messages/messages'
import type { Case } from '@/lib/review/case'
import { paths } from '@/lib/routes'

/** The outcome of the previous case, with a link to the result. */
export function DoneNote({ done }: { done: Case }) {
  const [what, heading] = sentence(done)
  const [live] = done.published
  return (
    <p className="note" role="status">
      {what}{' '}
      <a href={paths.submission(done.id)} dir="auto">
        {heading}
      </a>
      {live && !live.isGone && (
        <>
          {' · '}
          <a href={live.path}>{messages().review.seeResult}</a>
        </>
      )}
    </p>
  )
}

function sentence({ state, heading }: Case): readonly [string, string] {
  const texts = messages().review.done
  if (state === 'accepted') return texts.accepted(heading)
  if (state === 'declined') return texts.declined(heading)
  if (state === 'changes_requested') return texts.changesRequested(heading)
  return state === 'overtaken' ? texts.overtaken(heading) : texts.voted(heading)
}

/** An existing decision: who, when, why. */
export function DecidedNote({ decision }: { decision: NonNullable<Case['decision']> }) {
  const { review } = messages()
  const { verdict, by, at, reason } = decision
  return (
    <div className="note">
      <p>
        {review.decided[verdict](by.name, review.moment(at))}
        {reason && ` ${review.reasonGiven}:`}
      </p>
      {reason && (
        <blockquote className="given-reason" dir="auto">
          {reason}
        </blockquote>
      )}
    </div>
  )
}

/** Two moderators must agree; the names of those who have. */
export function PrivateLifeNote({ agreed, you }: { agreed: { id: number; name: string }[]; you: number }) {
  const { review } = messages()
  return (
    <p className="note">
      {review.privateLife.note}{' '}
      {agreed.some((one) => one.id === you)
        ? review.privateLife.youAgreed
        : agreed.length > 0 && review.privateLife.agreed(agreed.map((one) => one.name))}
    </p>
  )
}
