'use client'
import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { sentencesOf } from '@/lib/messages/message'
import type { ActionState } from '@/lib/operations/form'
import { Refused } from './Refused'
import { WrittenAs } from './WrittenAs'

/** What a form's fields need from the last answer. */
export interface Filled {
  typed: (name: string) => string | undefined
  problem: (name: string) => string | undefined
  /** What is to be sent along where a second step of signing in is asked for. */
  ticket: string | undefined
  /** Whether the form has been sent, and refused. */
  isAnswered: boolean
}

interface Props<R extends object> {
  action: (previous: ActionState<R>, form: FormData) => Promise<ActionState<R>>
  submit: ReactNode
  /** The button's label while the form is being sent. */
  busy: string
  /** One of several forms on its page: its button is not the primary one. */
  isQuiet?: boolean
  children: (filled: Filled) => ReactNode
}

/**
 * A form that is answered in place: problems appear above it and at its fields, the input stays, and the first field
 * with a problem gets the focus. Without JavaScript the server answers with the whole page or a redirect.
 */
export function ActionForm<R extends object>({ action, submit, busy, isQuiet, children }: Props<R>) {
  const idle = { state: 'idle' } as Awaited<ActionState<R>>
  const [posted, post] = useActionState<ActionState<R>, FormData>(action, idle)
  const [answered, setAnswered] = useState<ActionState<R>>(posted)
  const [isUnderWay, start] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const refused = answered.state === 'refused' ? answered : null

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isUnderWay) return
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    start(async () => {
      const answer = await action(answered, data)
      // Not in an effect: by then the page may have been re-rendered without this form.
      if (answer.state === 'ok' && answer.next) window.location.assign(answer.next)
      setAnswered(answer)
    })
  }

  useEffect(() => {
    if (!refused) return
    const inQuestion = form.current?.querySelector<HTMLElement>('[aria-invalid]')
    ;(inQuestion ?? form.current?.querySelector<HTMLElement>('.is-refusal'))?.focus()
  }, [refused])

  const filled: Filled = {
    typed: (name) => refused?.typed[name],
    problem: (name) => sentencesOf(refused?.refusal.fields)[name],
    ticket: refused?.refusal.ticket,
    isAnswered: refused !== null,
  }
  return (
    <form ref={form} action={post} onSubmit={send} className="form" noValidate>
      <WrittenAs answer={answered} />
      {refused && <Refused refusal={refused.refusal} />}
      {children(filled)}
      <button className={isQuiet ? 'btn' : 'btn yes'} type="submit" aria-disabled={isUnderWay || undefined}>
        {isUnderWay ? busy : submit}
      </button>
    </form>
  )
}
