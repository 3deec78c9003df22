'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { signUpAction } from '@/lib/accounts/actions'
import type { Work } from '@/lib/accounts/newcomers/work-to-do'
import { LEAST_PASSWORD } from '@/lib/accounts/passwords/limits'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { SignUpWork } from './SignUpWork'

interface Props {
  /** The page to continue to. */
  next: string
  /** Whether an address is asked for: only where mail can be sent. */
  asksEmail: boolean
  /** The owner's question; null where there is none. */
  question: string | null
  /** What the browser is to do while many sign up. */
  work: Work | null
}

/** Creates an account and signs in. */
export function SignUpForm({ next, asksEmail, question, work }: Props) {
  const { accounts, ownAccount } = messages()
  const texts = accounts.signUp
  return (
    <>
      <ActionForm action={signUpAction} submit={texts.submit} busy={texts.busy}>
        {({ typed, problem, ticket }) => (
          <>
            <input type="hidden" name="next" value={next} />
            {work && <SignUpWork work={work} />}
            {ticket !== undefined && <input type="hidden" name="ticket" value={ticket} />}
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
            {question !== null && (
              <TextField
                label={texts.question(question)}
                name="answer"
                defaultValue={typed('answer')}
                problem={problem('answer')}
                autoComplete="off"
                required
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
