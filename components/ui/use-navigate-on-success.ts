'use client'
import { useEffect } from 'react'
import type { ActionState } from '@/lib/operations/form'

/** Navigates to where an action's answer leads, by a full page load: the router cannot fetch shared pages. */
export function useNavigateOnSuccess(answer: ActionState): void {
  useEffect(() => {
    if (answer.state === 'ok' && answer.next) window.location.assign(answer.next)
  }, [answer])
}
