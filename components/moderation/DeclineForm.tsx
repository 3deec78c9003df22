'use client'
import { useActionState, useEffect, useId, useRef } from 'react'
import { useGoingOn } from '@/components/ui/use-going-on'
import { declineAction } from '@/lib/submissions/actions'
import { review } from '@/lib/texts/en/review'
import { RoundFields, type ToDecide } from './RoundFields'

interface Props {
  toDecide: ToDecide
  nextPath: string | null
  isOffered: boolean
}

/** Declining takes a reason: a few that are said often, and words of one's own. Without a script the choice itself counts. */
export function DeclineForm({ toDecide, nextPath, isOffered }: Props) {
  const [state, send, isUnderWay] = useActionState(declineAction, { state: 'idle' })
  const words = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useGoingOn(state)
  useEffect(() => {
    if (state.state === 'refused') words.current?.focus()
  }, [state])

  if (!isOffered) return null
  const refused = state.state === 'refused' ? state : null
  const problem = refused?.refusal.fields?.reason
  return (
    <details
      className="decline"
      open={refused !== null}
      onToggle={(event) => event.currentTarget.open && words.current?.focus()}
    >
      <summary className="btn no" data-key="d">
        {review.decline}
      </summary>
      <form action={send} className="decline-panel">
        <RoundFields toDecide={toDecide} idempotencyKey={toDecide.declineKey} />
        {refused && !problem && (
          <p className="note is-refusal" role="alert">
            {refused.refusal.message} {nextPath && <a href={nextPath}>{review.toNext}</a>}
          </p>
        )}
        <fieldset className="canned">
          <legend>{review.declineTitle}</legend>
          {review.canned.map((reason) => (
            <label key={reason} className="chip">
              <input
                type="radio"
                name="canned"
                value={reason}
                onChange={() => {
                  if (words.current) words.current.value = reason
                }}
              />
              {reason}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={id}>{review.reason}</label>
          <textarea
            id={id}
            ref={words}
            name="reason"
            rows={2}
            defaultValue={refused?.typed.reason}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
          />
          {problem && (
            <p id={`${id}-problem`} className="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <button type="submit" className="btn no" aria-disabled={isUnderWay || undefined}>
          {isUnderWay ? review.declining : review.confirmDecline}
        </button>
      </form>
    </details>
  )
}
