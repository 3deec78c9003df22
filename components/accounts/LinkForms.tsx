'use client'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { ZoneHere } from '@/components/ui/ZoneField'
import {
  confirmEmailAction,
  requestResetAction,
  requestSignInLinkAction,
  resetPasswordAction,
  signInByLinkAction,
} from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'
import { NewPasswordField } from './NewPasswordField'
import { CodeField } from './SecondStepForms'

/** The button behind a link sent by mail: opening the link alone changes nothing. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const texts = messages().ownAccount.confirm
  return (
    <ActionForm action={confirmEmailAction} submit={texts.submit} busy={texts.busy}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <ZoneHere name="timeZone" />
        </>
      )}
    </ActionForm>
  )
}

/** Requests a link for resetting a password. */
export function RequestResetForm() {
  const texts = messages().ownAccount.forgot
  return (
    <ActionForm action={requestResetAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => <WhoField filled={filled} />}
    </ActionForm>
  )
}

/** Requests a link that signs in. */
export function RequestSignInLinkForm() {
  const texts = messages().ownAccount.byMail
  return (
    <ActionForm action={requestSignInLinkAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => <WhoField filled={filled} />}
    </ActionForm>
  )
}

function WhoField({ filled: { typed, problem } }: { filled: Filled }) {
  return (
    <TextField
      label={messages().ownAccount.forgot.label}
      name="who"
      defaultValue={typed('who')}
      problem={problem('who')}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}

/** The button behind a link that signs in; then a code, where the account asks for one. */
export function SignInByLinkForm({ token }: { token: string }) {
  const texts = messages().ownAccount.byMail
  const step = messages().accounts.secondStep
  return (
    <ActionForm action={signInByLinkAction} submit={texts.signIn} busy={texts.signingIn}>
      {(filled) => (
        <>
          <input type="hidden" name="token" value={token} />
          {filled.problem('code') && <CodeField label={step.label} hint={step.hint} filled={filled} />}
        </>
      )}
    </ActionForm>
  )
}

/** Sets a new password with such a link; `name` is the account's. */
export function ResetPasswordForm({ token, name }: { token: string; name: string }) {
  const texts = messages().ownAccount.reset
  return (
    <ActionForm action={resetPasswordAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input name="username" value={name} autoComplete="username" readOnly hidden />
          <NewPasswordField filled={filled} />
        </>
      )}
    </ActionForm>
  )
}
