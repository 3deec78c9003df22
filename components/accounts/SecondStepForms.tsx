'use client'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import {
  addSecondStepAction,
  beginSecondStepAction,
  newSpareCodesAction,
  removeSecondStepAction,
} from '@/lib/accounts/actions'
import type { OwnProof } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { ProofFields } from './ProofFields'

/** The field for a code from an app. */
export function CodeField(props: { label: string; name?: string; hint: string; filled: Filled }) {
  const { label, name = 'code', hint, filled } = props
  return (
    <TextField
      label={label}
      name={name}
      hint={hint}
      problem={filled.problem(name)}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      dir="ltr"
      required
    />
  )
}

/** What is sent in a second step: a code, with the ticket of the first. */
export function SecondStepFields({ filled, ticket }: { filled: Filled; ticket: string }) {
  const texts = messages().accounts.secondStep
  return (
    <>
      <input type="hidden" name="ticket" value={ticket} />
      <CodeField label={texts.label} hint={texts.hint} filled={filled} />
    </>
  )
}

/** Begins adding a second step to one's own account. */
export function BeginSecondStepForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownAccount.secondStep
  return (
    <ActionForm action={beginSecondStepAction} submit={texts.begin} busy={texts.beginning}>
      {(filled) => <ProofFields proof={proof} filled={filled} />}
    </ActionForm>
  )
}

/** Ends adding it, by a code that one's app shows. */
export function AddSecondStepForm() {
  const texts = messages().ownAccount.secondStep
  return (
    <ActionForm action={addSecondStepAction} submit={texts.finish} busy={texts.finishing}>
      {(filled) => <CodeField label={texts.code} hint={texts.others} filled={filled} />}
    </ActionForm>
  )
}

/** Replaces one's spare codes. */
export function NewSpareCodesForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownAccount.secondStep
  return (
    <ActionForm action={newSpareCodesAction} submit={texts.renew} busy={texts.renewing} isQuiet>
      {(filled) => <ProofFields proof={proof} filled={filled} />}
    </ActionForm>
  )
}

/** Removes the second step from one's own account. */
export function RemoveSecondStepForm({ proof }: { proof: OwnProof }) {
  const texts = messages().ownAccount.secondStep
  return (
    <ActionForm action={removeSecondStepAction} submit={texts.remove} busy={texts.removing} isQuiet>
      {(filled) => <ProofFields proof={proof} filled={filled} />}
    </ActionForm>
  )
}
