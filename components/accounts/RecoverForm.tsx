'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { recoverAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { NewPasswordField } from './NewPasswordField'
import { CodeField } from './SecondStepForms'

/** Sets a new password with the recovery code; `next` is the page to continue to. */
export function RecoverForm({ next }: { next: string }) {
  const { ownAccount } = messages()
  const texts = ownAccount.recover
  return (
    <>
      <ActionForm action={recoverAction} submit={texts.submit} busy={texts.busy}>
        {(filled) => (
          <>
            <input type="hidden" name="next" value={next} />
            <TextField
              label={messages().accounts.name.label}
              name="name"
              defaultValue={filled.typed('name')}
              problem={filled.problem('name')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <TextField
              label={ownAccount.code.label}
              name="code"
              hint={texts.codeHint}
              defaultValue={filled.typed('code')}
              problem={filled.problem('code')}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
            <NewPasswordField filled={filled} />
            {filled.problem('secondCode') && (
              <CodeField
                label={messages().accounts.secondStep.label}
                name="secondCode"
                hint={messages().accounts.secondStep.hint}
                filled={filled}
              />
            )}
          </>
        )}
      </ActionForm>
      <p className="aside">{texts.lost}</p>
    </>
  )
}
