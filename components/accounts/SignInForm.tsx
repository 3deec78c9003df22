'use client'
import type { ReactNode } from 'react'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { signInAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { SecondStepFields } from './SecondStepForms'

/**
 * Signs in with name and password, then with a code where the account asks for one; `next` is the page to continue to,
 * `forgotten` the page for a forgotten password, `byMail` whether a link can be sent
 * instead, and `ticket` that of a first step done elsewhere. `children` are ways
 * in beside the password.
 */
export function SignInForm(props: {
  next: string
  forgotten: string
  byMail: boolean
  ticket: string | null
  children: ReactNode
}) {
  const { next, forgotten, byMail } = props
  const ticketOf = (filled: Filled) => (filled.isAnswered ? filled.ticket : (props.ticket ?? undefined))
  const texts = messages().accounts.signIn
  return (
    <>
      <ActionForm action={signInAction} submit={texts.submit} busy={texts.busy}>
        {(filled) => (
          <>
            <input type="hidden" name="next" value={next} />
            {ticketOf(filled) === undefined ? (
              <FirstStep filled={filled} />
            ) : (
              <>
                <input type="hidden" name="name" value={filled.typed('name') ?? ''} />
                <SecondStepFields filled={filled} ticket={ticketOf(filled) ?? ''} />
              </>
            )}
          </>
        )}
      </ActionForm>
      {props.children}
      {byMail && (
        <p className="aside">
          <a href={paths.signInByMail()}>{messages().ownAccount.byMail.offer}</a>
        </p>
      )}
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
