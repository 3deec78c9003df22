'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { attemptFor } from '@/components/forms/drafts/attempt'
import { useEnterMovesOn } from '@/components/forms/use-enter-moves-on'
import { announceSignIn } from '@/components/sessions/announce-sign-in'
import { codes } from '@/lib/messages/codes'
import type { ActionState, Entered } from '@/lib/operations/form'
import { wordsIn } from './form-words'
import { useFormDraft } from './use-form-draft'

type Action<R extends object> = (previous: ActionState<R>, form: FormData) => Promise<ActionState<R>>

const idle = { state: 'idle' } as const

/**
 * Sends a plain form in place, once however often the button is pressed, and keeps its values until they are saved.
 * `posted` is the server's answer where there was no JavaScript.
 */
export function usePlainSending<R extends object>(
  action: Action<R>,
  posted: ActionState<R>,
  draftOf: { account: number | null; what: string },
) {
  const form = useRef<HTMLFormElement>(null)
  const [answered, setAnswered] = useState<ActionState<R>>(posted)
  const [entered, setEntered] = useState<Entered | null>(enteredBy(posted))
  const [isSending, setSending] = useState(false)
  const isUnderWay = useRef(false)
  useEnterMovesOn(form)
  const draft = useFormDraft(form, draftOf.account, draftOf.what)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isUnderWay.current) return
    isUnderWay.current = true
    setSending(true)
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    const attempt = attemptFor(JSON.stringify(wordsIn(data)), draft.attempt.current)
    draft.attempt.current = attempt
    draft.keepNow()
    data.set('key', attempt.key)
    const answer = await action(idle, data).catch(() => null)
    isUnderWay.current = false
    settle(answer ?? { state: 'refused', refusal: unreachable(), typed: {} })
  }

  function settle(answer: ActionState<R>) {
    const now = enteredBy(answer)
    if (now) {
      setEntered(now)
      announceSignIn()
    }
    if (answer.state === 'ok') draft.end()
    // Without an answer it may be saved: its key stays, so that sending again cannot save it twice.
    else if (answer.state === 'refused' && answer.refusal.reason !== 'failed') draft.attempt.current = null
    setAnswered(answer)
    setSending(false)
  }

  // Moves the focus to the first field with a problem.
  useEffect(() => {
    if (answered.state !== 'refused') return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = first ?? form.current?.querySelector<HTMLElement>('[data-refusal]')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }, [answered])

  return { form, answered, entered, isSending, send, draft }
}

const enteredBy = (answer: ActionState<object>) => ('entered' in answer && answer.entered) || null

const unreachable = () => ({ ok: false, reason: 'failed', message: codes().editing.unreachable }) as const
