'use client'
import { useActionState } from 'react'
import { Refused } from '@/components/ui/Refused'
import { TextField } from '@/components/ui/TextField'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { revertAction } from '@/lib/revisions/actions'

interface Props {
  revisionId: number
  /** Null where there is nothing to revert. `goesLive` says whether it is published at once; the button says so too. */
  offer: { summary: string; goesLive: boolean } | null
  idempotencyKey: string
}

/**
 * The summary of a revert, and its button. Stays mounted when nothing is left to revert: the answer re-renders the
 * page, and the waiting form must still exist.
 */
export function RevertForm({ revisionId, offer, idempotencyKey }: Props) {
  const texts = messages().review.revert
  const [state, send, isUnderWay] = useActionState(revertAction, { state: 'idle' })
  useNavigateOnSuccess(state)

  if (!offer) return null
  const { summary, goesLive } = offer
  const refused = state.state === 'refused' ? state : null
  const submit = goesLive ? texts.publish : texts.send
  return (
    <form action={send} className="form" noValidate>
      <WrittenAs answer={state} />
      {refused && <Refused refusal={refused.refusal} />}
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <TextField
        label={texts.summary}
        name="summary"
        hint={goesLive ? texts.summaryHint : `${texts.summaryHint} ${texts.sendNote}`}
        defaultValue={refused?.typed.summary ?? summary}
        problem={sentencesOf(refused?.refusal.fields).summary}
        autoComplete="off"
      />
      <button className="btn yes" type="submit" aria-disabled={isUnderWay || undefined}>
        {isUnderWay ? texts.busy : submit}
      </button>
    </form>
  )
}
