'use client'
import { useActionState, useEffect, useId, useRef } from 'react'
import { Refused } from '@/components/ui/Refused'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { Messages } from '@/lib/messages/widened'
import type { declineAction } from '@/lib/review/actions'
import { RoundFields, type ToDecide } from './RoundFields'

interface Props {
  verdict: keyof Messages['review']['turnDown']
  action: typeof declineAction
  /** The letter key that opens it. */
  letter: string
  toDecide: ToDecide
  idempotencyKey: string
  nextPath: string | null
  isOffered: boolean
}

/**
 * Asking for changes or declining, with a reason: common ones, and free text. Without JavaScript the choice itself
 * counts. One of the two is open at a time.
 */
export function TurnDownForm(props: Props) {
  const { review } = messages()
  const { verdict, action, letter, toDecide, idempotencyKey, nextPath, isOffered } = props
  const [state, send, isUnderWay] = useActionState(action, { state: 'idle' })
  const words = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useNavigateOnSuccess(state)
  useEffect(() => {
    if (state.state === 'refused') words.current?.focus()
  }, [state])

  if (!isOffered) return null
  const refused = state.state === 'refused' ? state : null
  const problem = refused?.refusal.fields?.reason
  const texts = review.turnDown[verdict]
  return (
    <details
      className="decline"
      name="turn-down"
      open={refused !== null}
      onToggle={(event) => event.currentTarget.open && words.current?.focus()}
    >
      <summary className={verdict === 'decline' ? 'btn no' : 'btn'} data-key={letter}>
        {texts.open}
      </summary>
      <form action={send} className="decline-panel">
        <RoundFields toDecide={toDecide} idempotencyKey={idempotencyKey} />
        <WrittenAs answer={state} />
        {refused && !problem && (
          <Refused refusal={refused.refusal}>{nextPath && <a href={nextPath}>{review.toNext}</a>}</Refused>
        )}
        <fieldset className="canned">
          <legend>{texts.title}</legend>
          {texts.canned.map((reason) => (
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
              {sentenceOf(problem)}
            </p>
          )}
        </div>
        <button
          type="submit"
          className={verdict === 'decline' ? 'btn no' : 'btn yes'}
          aria-disabled={isUnderWay || undefined}
        >
          {isUnderWay ? texts.busy : texts.confirm}
        </button>
      </form>
    </details>
  )
}
