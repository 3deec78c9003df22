'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { removePasskeyAction } from '@/lib/accounts/actions'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { ProofFields } from './ProofFields'
import { addedPasskey } from './passkey-ceremonies'
import { usePasskeysHere } from './use-passkeys-here'

/** Adds a passkey, where this browser can make one for this host; says so where it cannot. */
export function AddPasskeyForm({ host, proof }: { host: string; proof: OwnProof }) {
  const texts = messages().ownAccount.passkeys
  const areHere = usePasskeysHere(host)
  if (!areHere) return <p className="note">{texts.notHere}</p>
  return (
    <ActionForm action={addedPasskey} submit={texts.add} busy={texts.adding}>
      {(filled) => (
        <>
          <TextField
            label={texts.name}
            name="name"
            hint={texts.nameHint}
            defaultValue={filled.typed('name')}
            problem={filled.problem('name')}
            autoComplete="off"
            required
          />
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}

/** Removes one of one's own passkeys. */
export function RemovePasskeyForm({ id, proof }: { id: string; proof: OwnProof }) {
  const texts = messages().ownAccount.passkeys
  return (
    <ActionForm action={removePasskeyAction} submit={texts.removeThis} busy={texts.removing} isQuiet>
      {(filled) => (
        <>
          <input type="hidden" name="passkeyId" value={id} />
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
