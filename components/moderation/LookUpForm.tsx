'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { lookUpNetworksAction } from '@/lib/moderation/actions'

/** Says why somebody looks at the networks of an account, before they do. */
export function LookUpForm({ accountId }: { accountId: number }) {
  const texts = messages().networks
  return (
    <ActionForm action={lookUpNetworksAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <TextField
            label={texts.reason}
            name="reason"
            hint={texts.reasonHint}
            defaultValue={typed('reason')}
            problem={problem('reason')}
            autoComplete="off"
            required
          />
        </>
      )}
    </ActionForm>
  )
}
