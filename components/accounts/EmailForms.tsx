'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { addEmailAction, removeEmailAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { CurrentPasswordField } from './CurrentPasswordField'

/**
 * Sends a confirmation link to a new address; `name` is the signed-in account's, `email` the address entered before.
 */
export function AddEmailForm({ name, email }: { name: string; email: string }) {
  const texts = messages().ownAccount.email
  return (
    <ActionForm action={addEmailAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <TextField
            label={texts.label}
            name="email"
            type="email"
            defaultValue={filled.typed('email') ?? email}
            problem={filled.problem('email')}
            autoComplete="email"
            required
          />
          <CurrentPasswordField name={name} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}

/** Removes the address from the account. */
export function RemoveEmailForm({ name }: { name: string }) {
  const texts = messages().ownAccount.email
  return (
    <ActionForm action={removeEmailAction} submit={texts.remove} busy={texts.removing} isQuiet>
      {(filled) => <CurrentPasswordField name={name} filled={filled} />}
    </ActionForm>
  )
}
