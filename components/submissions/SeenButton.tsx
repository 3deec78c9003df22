'use client'
import { useActionState } from 'react'
import { Refused } from '@/components/ui/Refused'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { messages } from '@/lib/messages/messages'
import { noteSeenAction } from '@/lib/submissions/actions'

/** With what was declined: that its author has read why, so that nothing tells them any more. */
export function SeenButton({ submissionId }: { submissionId: number }) {
  const { submissions: texts } = messages()
  const [state, send, isUnderWay] = useActionState(noteSeenAction, { state: 'idle' })
  useNavigateOnSuccess(state)
  return (
    <form action={send}>
      <WrittenAs answer={state} />
      {state.state === 'refused' && <Refused refusal={state.refusal} />}
      <input type="hidden" name="submissionId" value={submissionId} />
      <button type="submit" className="btn" aria-disabled={isUnderWay || undefined}>
        {isUnderWay ? texts.seeing : texts.seen}
      </button>
    </form>
  )
}
