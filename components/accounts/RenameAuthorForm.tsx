'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { renameAuthorAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { NameAndReason } from './NameAndReason'

/** Changes the name of an author of another wiki. */
export function RenameAuthorForm({ authorId, name }: { authorId: number; name: string }) {
  const { accounts } = messages()
  return (
    <ActionForm action={renameAuthorAction} submit={accounts.rename.submit} busy={accounts.rename.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="authorId" value={authorId} />
          <NameAndReason name={name} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
