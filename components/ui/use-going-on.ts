'use client'
import { useEffect } from 'react'
import type { ActionState } from '@/lib/operations/form'

/** Goes where an action's answer leads, by a plain navigation: a page that everybody shares is not the router's to fetch. */
export function useGoingOn(answer: ActionState): void {
  useEffect(() => {
    if (answer.state === 'ok' && answer.next) window.location.assign(answer.next)
  }, [answer])
}
