'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { changePasswordAction } from '@/lib/accounts/actions'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { NewPasswordField } from './NewPasswordField'
import { ProofFields } from './ProofFields'

/** Changes one's own password. */
export function ChangePasswordForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownAccount.password
  return (
    <ActionForm action={changePasswordAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <ProofFields proof={proof} filled={filled} />
          <NewPasswordField filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
