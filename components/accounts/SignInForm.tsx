'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { signInAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/**
 * Signs in with name and password; `next` is the page to continue to, `forgotten` the page for a forgotten password.
 */
export function SignInForm({ next, forgotten }: { next: string; forgotten: string }) {
  const { accounts } = messages()
  const texts = accounts.signIn
  return (
    <>
      <ActionForm action={signInAction} submit={texts.submit} busy={texts.busy}>
        {({ typed, problem }) => (
          <>
            <input type="hidden" name="next" value={next} />
            <TextField
              label={accounts.name.label}
              name="name"
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
              problem={problem('password')}
              autoComplete="current-password"
              required
            />
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
