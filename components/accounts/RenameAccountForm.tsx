'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { renameAccountAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { NameAndReason } from './NameAndReason'

/** Changes the name of an account. */
export function RenameAccountForm({ accountId, name }: { accountId: number; name: string }) {
  const { accounts } = messages()
  return (
    <ActionForm action={renameAccountAction} submit={accounts.rename.submit} busy={accounts.rename.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <NameAndReason name={name} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
