'use client'
import { useActionState } from 'react'
import { Refused } from '@/components/ui/Refused'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { messages } from '@/lib/messages/messages'
import { acceptAction, declineAction, requestChangesAction } from '@/lib/review/actions'
import { RoundFields, type ToDecide } from './RoundFields'
import { Steps } from './Steps'
import { TurnDownForm } from './TurnDownForm'

interface Props {
  toDecide: ToDecide
  mayDecide: boolean
  mayAccept: boolean
  nextPath: string | null
  previousPath: string | null
}

/**
 * The decision bar: accept, ask for changes, decline, next. Its forms work without JavaScript; success leads to the
 * next case. It is there for decided cases too: an answer re-renders the page, and the waiting form must still exist.
 */
export function DecisionBar({ toDecide, mayDecide, mayAccept, nextPath, previousPath }: Props) {
  const { review } = messages()
  const [state, send, isUnderWay] = useActionState(acceptAction, { state: 'idle' })
  useNavigateOnSuccess(state)
  const isOffered = mayDecide && mayAccept
  const refused = state.state === 'refused' ? state.refusal : null
  const next = nextPath && <a href={nextPath}>{review.toNext}</a>
  return (
    <section className="case-acts" aria-label={review.actionsLabel}>
      {refused && !isOffered && <Refused refusal={refused}>{next}</Refused>}
      {isOffered && (
        <form action={send}>
          <WrittenAs answer={state} />
          {refused && <Refused refusal={refused}>{next}</Refused>}
          <RoundFields toDecide={toDecide} idempotencyKey={toDecide.acceptKey} />
          <button type="submit" className="btn yes" data-key="a" aria-disabled={isUnderWay || undefined}>
            {isUnderWay ? review.accepting : review.accept}
          </button>
        </form>
      )}
      <TurnDownForm
        verdict="request_changes"
        action={requestChangesAction}
        letter="c"
        toDecide={toDecide}
        idempotencyKey={toDecide.requestChangesKey}
        nextPath={nextPath}
        isOffered={mayDecide}
      />
      <TurnDownForm
        verdict="decline"
        action={declineAction}
        letter="d"
        toDecide={toDecide}
        idempotencyKey={toDecide.declineKey}
        nextPath={nextPath}
        isOffered={mayDecide}
      />
      <Steps nextPath={nextPath} previousPath={previousPath} />
    </section>
  )
}
