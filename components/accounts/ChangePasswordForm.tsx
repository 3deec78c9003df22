'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { changePasswordAction } from '@/lib/accounts/actions'
import { ownAccount } from '@/lib/texts/en/own-account'
import { CurrentPasswordField } from './CurrentPasswordField'
import { NewPasswordField } from './NewPasswordField'

const texts = ownAccount.password

/** Changes one's own password; `name` is of whoever is signed in. */
export function ChangePasswordForm({ name }: { name: string }) {
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
