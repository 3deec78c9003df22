'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { newCodeAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { CurrentPasswordField } from './CurrentPasswordField'

/** Makes a new recovery code; `name` is the signed-in account's. */
export function NewCodeForm({ name }: { name: string }) {
  const texts = messages().ownAccount.code
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
