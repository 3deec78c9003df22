'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { newCodeAction } from '@/lib/accounts/actions'
import { paths } from '@/lib/routes'
import { ownAccount } from '@/lib/texts/en/own-account'
import { CurrentPasswordField } from './CurrentPasswordField'

/** Makes another recovery code; `name` is of whoever is signed in. */
export function NewCodeForm({ name }: { name: string }) {
  const texts = ownAccount.code
  return (
    <ActionForm action={newCodeAction} submit={texts.make} busy={texts.making}>
      {(filled) => (
        <>
          <input type="hidden" name="next" value={paths.account()} />
          <CurrentPasswordField name={name} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
