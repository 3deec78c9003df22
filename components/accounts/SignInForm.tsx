'use client'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { signInAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { CodeField } from './SecondStepForms'

/**
 * Signs in with name and password, then with a code where the account asks for one; `next` is the page to continue to,
 * `forgotten` the page for a forgotten password.
 */
export function SignInForm({ next, forgotten }: { next: string; forgotten: string }) {
  const texts = messages().accounts.signIn
  return (
    <>
      <ActionForm action={signInAction} submit={texts.submit} busy={texts.busy}>
        {(filled) => (
          <>
            <input type="hidden" name="next" value={next} />
            {filled.ticket === undefined ? (
              <FirstStep filled={filled} />
            ) : (
              <SecondStep filled={filled} ticket={filled.ticket} />
            )}
          </>
        )}
      </ActionForm>
      <p className="aside">
        <a href={forgotten}>{messages().ownAccount.forgotten}</a>
      </p>
      <p className="aside">
        {texts.noAccount} <a href={paths.signUp({ next })}>{texts.makeOne}</a>
      </p>
    </>
  )
}

function FirstStep({ filled }: { filled: Filled }) {
  const { accounts } = messages()
  return (
    <>
      <TextField
        label={accounts.name.label}
        name="name"
        defaultValue={filled.typed('name')}
        problem={filled.problem('name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        label={accounts.password.label}
        name="password"
        type="password"
        problem={filled.problem('password')}
        autoComplete="current-password"
        required
      />
    </>
  )
}

/** The code that a second step asks for, with the ticket of the first. */
function SecondStep({ filled, ticket }: { filled: Filled; ticket: string }) {
  const texts = messages().accounts.secondStep
  return (
    <>
      <input type="hidden" name="name" value={filled.typed('name') ?? ''} />
      <input type="hidden" name="ticket" value={ticket} />
      <CodeField label={texts.label} hint={texts.hint} filled={filled} />
    </>
  )
}
