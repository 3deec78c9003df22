'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { changePasswordAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { CurrentPasswordField } from './CurrentPasswordField'
import { NewPasswordField } from './NewPasswordField'

/** Changes one's own password; `name` is the signed-in account's. */
export function ChangePasswordForm({ name }: { name: string }) {
  const texts = messages().ownAccount.password
  return (
    <ActionForm action={changePasswordAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <CurrentPasswordField name={name} filled={filled} />
          <NewPasswordField filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
