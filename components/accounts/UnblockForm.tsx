'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { unblockAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'

/** Lifts an account's current block. */
export function UnblockForm({ accountId }: { accountId: number }) {
  const texts = messages().accounts.unblock
  return (
    <ActionForm action={unblockAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <TextField
            label={texts.reason}
            name="reason"
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
