'use client'
import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import type { ActionState } from '@/lib/action'

/** What a form's fields need from the last answer. */
export interface Filled {
  typed: (name: string) => string | undefined
  problem: (name: string) => string | undefined
}

interface Props<R extends object> {
  action: (previous: ActionState<R>, form: FormData) => Promise<ActionState<R>>
  submit: string
  /** Said while it is under way. */
  busy: string
  children: (filled: Filled) => ReactNode
}

/**
 * A form that is answered in place: what is wrong stands above it and at its fields, what was typed stays, and the first
 * field in question gets the focus. Works without JavaScript; with it, success is followed by a plain navigation.
 */
export function ActionForm<R extends object>({ action, submit, busy, children }: Props<R>) {
  const [state, send, isUnderWay] = useActionState<ActionState<R>, FormData>(action, {
    state: 'idle',
  } as Awaited<ActionState<R>>)
  const form = useRef<HTMLFormElement>(null)
  const refused = state.state === 'refused' ? state : null

  useEffect(() => {
    if (state.state === 'ok' && state.next) window.location.assign(state.next)
    if (state.state === 'refused')
      (
        form.current?.querySelector<HTMLElement>('[aria-invalid]') ?? form.current?.querySelector('.refusal')
      )?.focus()
  }, [state])

  const filled: Filled = {
    typed: (name) => refused?.typed[name],
    problem: (name) => refused?.refusal.fields?.[name],
  }
  return (
    <form ref={form} action={send} className="form" noValidate>
      {refused && (
        <p className="refusal" role="alert" tabIndex={-1}>
          {refused.refusal.message}
        </p>
      )}
      {children(filled)}
      <button className="btn yes" type="submit" aria-disabled={isUnderWay || undefined}>
        {isUnderWay ? busy : submit}
      </button>
    </form>
  )
}
