'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import type { ActionState } from '@/lib/operations/form'
import { WRITTEN_AS } from '@/lib/sessions/written-as'

const Writer = createContext('')

/** Provides the account that this page was made for. */
export function WrittenAsProvider({ mark, children }: { mark: string; children: ReactNode }) {
  return <Writer value={mark}>{children}</Writer>
}

/**
 * A hidden field with the account that the form was made for, since another one may be signed in when it is sent. It
 * keeps its value when an answer re-renders the page; only a confirmation by the server replaces it.
 */
export function WrittenAs({ answer }: { answer?: ActionState }) {
  const here = useContext(Writer)
  const [mark] = useState(here)
  return <input type="hidden" name={WRITTEN_AS} value={confirmedBy(answer) ?? mark} />
}

function confirmedBy(answer: ActionState | undefined): string | undefined {
  if (answer?.state === 'refused') return answer.typed[WRITTEN_AS]
  return answer?.state === 'ok' && answer.entered ? answer.entered.mark : undefined
}
