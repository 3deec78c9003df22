'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { addEmailAction, removeEmailAction } from '@/lib/accounts/actions'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { ProofFields } from './ProofFields'

/** Sends a confirmation link to a new address; `email` is the address entered before. */
export function AddEmailForm({ proof, email }: { proof: OwnProof; email: string }) {
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
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}

/** Removes the address from the account. */
export function RemoveEmailForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownAccount.email
  return (
    <ActionForm action={removeEmailAction} submit={texts.remove} busy={texts.removing} isQuiet>
      {(filled) => <ProofFields proof={proof} filled={filled} />}
    </ActionForm>
  )
}
