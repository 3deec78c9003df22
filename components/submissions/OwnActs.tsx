'use client'
import { useActionState } from 'react'
import { Refused } from '@/components/ui/Refused'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { reopenAction, withdrawAction } from '@/lib/submissions/actions'
import type { OwnPowers } from '@/lib/submissions/own'
import { SeenButton } from './SeenButton'

interface Props {
  own: OwnPowers
  /** What it is about: a list has many of these. */
  heading: string
  /** One for each of the two buttons, so that a click sent twice is taken once. */
  keys: { withdraw: string; reopen: string }
  /** Its author has not said yet that they have read why it was declined. */
  isUnseen?: boolean
}

/**
 * What an author can do with their submission now. Forms that work without JavaScript; they stay where they are when the
 * answer has brought the page anew, since whoever waits for the answer must still be there.
 */
export function OwnActs({ own: { seen, mayAmend, mayWithdraw, mayReopen }, heading, keys, isUnseen }: Props) {
  const { submissions: texts } = messages()
  const isTakenBack = seen.state === 'withdrawn'
  return (
    <fieldset className="own-acts" aria-label={texts.actsLabel(heading)}>
      {mayAmend && (
        <a
          className={seen.state === 'changes_requested' ? 'btn yes' : 'btn'}
          href={paths.amend(seen.submissionId)}
        >
          {texts.amend}
        </a>
      )}
      <Act action={withdrawAction} seen={seen} idempotencyKey={keys.withdraw} isOffered={mayWithdraw}>
        {[texts.withdraw, texts.withdrawing]}
      </Act>
      <Act action={reopenAction} seen={seen} idempotencyKey={keys.reopen} isOffered={mayReopen}>
        {[isTakenBack ? texts.undo : texts.reopen, texts.reopening]}
      </Act>
      {isUnseen && <SeenButton submissionId={seen.submissionId} />}
    </fieldset>
  )
}

interface ActProps {
  action: typeof withdrawAction | typeof reopenAction
  seen: OwnPowers['seen']
  idempotencyKey: string
  isOffered: boolean
  /** The button's words, and those while it is under way. */
  children: [string, string]
}

function Act({ action, seen, idempotencyKey, isOffered, children: [words, busy] }: ActProps) {
  const [state, send, isUnderWay] = useActionState(action as typeof withdrawAction, { state: 'idle' })
  useNavigateOnSuccess(state)
  if (!isOffered) return null
  return (
    <form action={send}>
      <WrittenAs answer={state} />
      {state.state === 'refused' && <Refused refusal={state.refusal} />}
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="submissionId" value={seen.submissionId} />
      <input type="hidden" name="roundNumber" value={seen.roundNumber} />
      <input type="hidden" name="state" value={seen.state} />
      <button type="submit" className="btn" aria-disabled={isUnderWay || undefined}>
        {isUnderWay ? busy : words}
      </button>
    </form>
  )
}
