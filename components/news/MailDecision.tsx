'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { confirmWishAction, mailDecisionAction } from '@/lib/news/mail/decision/actions'
import type { MailDecision as Wished } from '@/lib/news/mail/decision/loaders'
import '@/components/styles/case.css'

/** Beside what somebody has sent: asks for one mail when it is decided, or says that there will be one. */
export function MailDecision({ of: { submissionId, address, isConfirmed } }: { of: Wished }) {
  const { decision } = messages().newsMail
  return (
    <div className="mail-wish">
      {address !== null && (
        <p className="note" role="status">
          {isConfirmed ? decision.confirmed(address) : decision.waiting(address)}
        </p>
      )}
      <AskForMail submissionId={submissionId} label={address === null ? decision.title : decision.another} />
    </div>
  )
}

function AskForMail({ submissionId, label }: { submissionId: number; label: string }) {
  const { decision } = messages().newsMail
  return (
    <ActionForm action={mailDecisionAction} submit={decision.submit} busy={decision.busy} isQuiet>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="submissionId" value={submissionId} />
          <TextField
            label={label}
            name="email"
            type="email"
            hint={decision.hint}
            defaultValue={typed('email')}
            problem={problem('email')}
            autoComplete="email"
          />
        </>
      )}
    </ActionForm>
  )
}

/** The button behind the link that confirms the address: opening the link alone changes nothing. */
export function ConfirmWishForm({ token }: { token: string }) {
  const { decision } = messages().newsMail
  return (
    <ActionForm action={confirmWishAction} submit={decision.confirm} busy={decision.confirming}>
      {() => <input type="hidden" name="token" value={token} />}
    </ActionForm>
  )
}
