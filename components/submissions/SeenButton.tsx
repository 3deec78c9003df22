'use client'
import { useActionState } from 'react'
import { Refused } from '@/components/ui/Refused'
import { useGoingOn } from '@/components/ui/use-going-on'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { messages } from '@/lib/messages/messages'
import { noteSeenAction } from '@/lib/submissions/actions'

/** With what was declined: that its author has read why, so that nothing tells them any more. */
export function SeenButton({ submissionId }: { submissionId: number }) {
  const { submissions: texts } = messages()
  const [state, send, isUnderWay] = useActionState(noteSeenAction, { state: 'idle' })
  useGoingOn(state)
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
