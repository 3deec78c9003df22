'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { deleteAccountAction, keepAccountAction } from '@/lib/own-data/actions'
import { staying } from '@/lib/own-data/staying'
import { ProofFields } from './ProofFields'

/** Deletes one's own account: what name stays, its name typed, and the proof that it is theirs. */
export function DeleteAccountForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownData.deletion
  return (
    <ActionForm action={deleteAccountAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <fieldset className="choices">
            <legend>{texts.stays.legend}</legend>
            {staying.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="stays"
                  value={one}
                  defaultChecked={one === (filled.typed('stays') ?? 'neutral')}
                />
                {texts.stays[one]}
              </label>
            ))}
            {filled.problem('stays') && <p className="problem">{filled.problem('stays')}</p>}
          </fieldset>
          <TextField
            label={texts.typeName(proof.name)}
            name="typedName"
            defaultValue={filled.typed('typedName')}
            problem={filled.problem('typedName')}
            autoComplete="off"
            required
          />
          <ProofFields proof={proof} filled={filled} />
        </>
      )}
    </ActionForm>
  )
}

/** Keeps an account that is about to be deleted. */
export function KeepAccountForm() {
  const texts = messages().ownData.deletion
  return (
    <ActionForm action={keepAccountAction} submit={texts.keep} busy={texts.keeping}>
      {() => null}
    </ActionForm>
  )
}
