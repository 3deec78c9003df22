'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { putGreetingAwayAction } from '@/lib/greeting/actions'
import type { GreetedAt } from '@/lib/greeting/schema'
import { messages } from '@/lib/messages/messages'
import '@/components/styles/forms.css'

/** Puts the greeting away for good. */
export function PutAwayForm({ at }: { at: GreetedAt }) {
  const texts = messages().greeting
  return (
    <ActionForm action={putGreetingAwayAction} submit={texts.putAway} busy={texts.puttingAway} isQuiet>
      {() => <input type="hidden" name="at" value={at} />}
    </ActionForm>
  )
}
