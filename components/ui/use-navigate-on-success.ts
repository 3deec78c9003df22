'use client'
import { useEffect } from 'react'
import type { ActionState } from '@/lib/operations/form'

/** Navigates to where an action's answer leads, by a full page load: the router cannot fetch shared pages. */
export function useNavigateOnSuccess(answer: ActionState): void {
  useEffect(() => {
    if (answer.state === 'ok' && answer.next) leadTo(answer.next)
  }, [answer])
}

function leadTo(next: string) {
  const { pathname, search, hash } = new URL(next, window.location.href)
  const isHere = pathname === window.location.pathname && search === window.location.search
  window.location.assign(next)
  // To a place on this very page the browser would only scroll.
  if (isHere && hash !== '') window.location.reload()
}
