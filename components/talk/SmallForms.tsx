'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import {
  acceptCommentAction,
  declineCommentAction,
  liftCommentAction,
  reopenThreadAction,
  settleThreadAction,
  withdrawCommentAction,
  withholdCommentAction,
} from '@/lib/talk/actions'
import type { WithheldStrength } from '@/lib/withholding/strength'

const Hidden = ({ name, id }: { name: 'commentId' | 'threadId'; id: number }) => (
  <input type="hidden" name={name} value={id} />
)

/** Says that a thread is settled, with what came of it. */
export function SettleForm({ threadId }: { threadId: number }) {
  const texts = messages().talk.settle
  return (
    <ActionForm action={settleThreadAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <>
          <Hidden name="threadId" id={threadId} />
          <TextField
            label={texts.outcome}
            name="outcome"
            hint={texts.outcomeHint}
            defaultValue={typed('outcome')}
            problem={problem('outcome')}
            autoComplete="off"
          />
        </>
      )}
    </ActionForm>
  )
}

/** Opens a settled thread again. */
export function ReopenForm({ threadId }: { threadId: number }) {
  const texts = messages().talk.settle
  return (
    <ActionForm action={reopenThreadAction} submit={texts.reopenSubmit} busy={texts.reopenBusy}>
      {() => <Hidden name="threadId" id={threadId} />}
    </ActionForm>
  )
}

/** Takes back one's own comment while it is held. */
export function WithdrawForm({ commentId }: { commentId: number }) {
  const texts = messages().talk.own
  return (
    <ActionForm action={withdrawCommentAction} submit={texts.withdraw} busy={texts.withdrawBusy} isQuiet>
      {() => <Hidden name="commentId" id={commentId} />}
    </ActionForm>
  )
}

/** Accepts a held comment, or declines it with a reason. */
export function DecideForms({ commentId }: { commentId: number }) {
  const texts = messages().talk.queue
  return (
    <div className="decide-comment">
      <ActionForm action={acceptCommentAction} submit={texts.accept} busy={texts.acceptBusy}>
        {() => <Hidden name="commentId" id={commentId} />}
      </ActionForm>
      <details>
        <summary className="btn no">{texts.decline}</summary>
        <ActionForm
          action={declineCommentAction}
          submit={texts.declineSubmit}
          busy={texts.declineBusy}
          isQuiet
        >
          {(filled) => (
            <>
              <Hidden name="commentId" id={commentId} />
              <ReasonField {...filled} label={texts.reason} hint="" />
            </>
          )}
        </ActionForm>
      </details>
    </div>
  )
}

/** Hides, suppresses or erases a comment. */
export function WithholdForm({ commentId, strengths }: { commentId: number; strengths: WithheldStrength[] }) {
  const texts = messages().withholding.form
  const choices = Object.fromEntries(strengths.map((strength) => [strength, texts.strengths[strength]]))
  return (
    <ActionForm action={withholdCommentAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <Hidden name="commentId" id={commentId} />
          <Choices
            legend={texts.strength}
            name="strength"
            choices={choices}
            chosen={filled.typed('strength') ?? 'hidden'}
            problem={filled.problem('strength')}
          />
          <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
        </>
      )}
    </ActionForm>
  )
}

/** Shows a withheld comment again. */
export function LiftForm({ commentId }: { commentId: number }) {
  const texts = messages().talk.moderate
  return (
    <ActionForm action={liftCommentAction} submit={texts.lift} busy={texts.liftBusy} isQuiet>
      {(filled) => (
        <>
          <Hidden name="commentId" id={commentId} />
          <ReasonField {...filled} label={messages().withholding.lift.reason} />
        </>
      )}
    </ActionForm>
  )
}
