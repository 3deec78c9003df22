'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'
import type { ActionState } from '@/lib/operations/form'
import { WRITTEN_AS } from '@/lib/sessions/written-as'

const Writer = createContext('')

/** Tells the forms inside for whom this page was made. */
export function WrittenAsProvider({ mark, children }: { mark: string; children: ReactNode }) {
  return <Writer value={mark}>{children}</Writer>
}

/**
 * Says in a form for whom it was made, since somebody else may be signed in by the time it is sent. It stays what it was
 * when an answer brings the page anew; only what the server has confirmed replaces it.
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
