'use client'
import type { FormEvent } from 'react'
import type { Refusal } from '@/lib/errors'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { Messages } from '@/lib/messages/widened'
import { EnterFields, EnterLabel } from './EnterFields'

interface Props {
  knownAs: string | null
  refusal: Refusal
  /** The action that needs an account. */
  goOn: keyof Messages['entering']['goOn']
  isSending: boolean
  /** Runs it, together with these fields. */
  onEnter: (account: FormData) => void
}

/** Signing in, or up, inside an edit form, without leaving the page: the edit is sent with it. */
export function EnterPanel({ knownAs, refusal, goOn, isSending, onEnter }: Props) {
  function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isSending) onEnter(new FormData(event.currentTarget))
  }
  return (
    <form className="enter-panel" onSubmit={enter} noValidate>
      <EnterFields knownAs={knownAs} problems={sentencesOf(refusal.fields)} />
      <button type="submit" className="btn yes" aria-disabled={isSending || undefined}>
        {isSending ? messages().entering.sending : <EnterLabel goOn={goOn} />}
      </button>
    </form>
  )
}
