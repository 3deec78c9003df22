import { Refused } from '@/components/ui/Refused'
import { messages } from '@/lib/messages/messages'
import type { ActionState } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import type { Saved } from '@/lib/submissions/save'

/** The result of a plain form: published with its address, waiting, or refused with the reason. */
export function PlainOutcome({ state }: { state: ActionState<Saved> }) {
  const { editing } = messages()
  if (state.state === 'idle') return null
  if (state.state === 'refused') return <Refused refusal={state.refusal} />
  return (
    <p className="note" role="status">
      {state.outcome === 'waiting' ? (
        <>
          {editing.save.waitingTitle}{' '}
          <a href={paths.submission(state.submissionId)}>{editing.save.waitingLink(state.submissionId)}</a>{' '}
          {state.entered?.isNew && (
            <a href={paths.recoveryCode({ next: paths.submission(state.submissionId) })}>
              {messages().entering.code}
            </a>
          )}
        </>
      ) : (
        <a href={state.path}>{editing.save.plainPublished}</a>
      )}
    </p>
  )
}
