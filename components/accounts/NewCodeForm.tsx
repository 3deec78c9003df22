'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { newCodeAction } from '@/lib/accounts/actions'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { ProofFields } from './ProofFields'

/** Makes a new recovery code. */
export function NewCodeForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownAccount.code
  return (
    <ActionForm action={newCodeAction} submit={texts.make} busy={texts.making}>
      {(filled) => (
        <>
          <input type="hidden" name="next" value={paths.account()} />
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
