'use client'
import { unblockAction } from '@/lib/accounts/actions'
import { accounts } from '@/lib/texts/en/accounts'
import { ActionForm } from './ActionForm'
import { TextField } from './TextField'

/** Lifts the block that stands on an account. */
export function UnblockForm({ accountId }: { accountId: number }) {
  const texts = accounts.unblock
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
