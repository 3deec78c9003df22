'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { signUpAction } from '@/lib/accounts/actions'
import { LEAST_PASSWORD } from '@/lib/accounts/passwords/limits'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/**
 * Creates an account and signs in; `next` is the page to continue to. Asks for an address only where mail can be sent.
 */
export function SignUpForm({ next, asksEmail }: { next: string; asksEmail: boolean }) {
  const { accounts, ownAccount } = messages()
  const texts = accounts.signUp
  return (
    <>
      <ActionForm action={signUpAction} submit={texts.submit} busy={texts.busy}>
        {({ typed, problem }) => (
          <>
            <input type="hidden" name="next" value={next} />
            <TextField
              label={accounts.name.label}
              name="name"
              hint={texts.nameHint}
              defaultValue={typed('name')}
              problem={problem('name')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <TextField
              label={accounts.password.label}
              name="password"
              type="password"
              hint={texts.passwordHint(LEAST_PASSWORD)}
              problem={problem('password')}
              autoComplete="new-password"
              required
            />
            {asksEmail && (
              <TextField
                label={ownAccount.email.optional}
                name="email"
                type="email"
                hint={ownAccount.email.optionalHint}
                defaultValue={typed('email')}
                problem={problem('email')}
                autoComplete="email"
              />
            )}
          </>
        )}
      </ActionForm>
      <p className="aside">
        {texts.haveOne} <a href={paths.signIn({ next })}>{accounts.signIn.submit}</a>
      </p>
    </>
  )
}
