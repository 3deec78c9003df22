'use client'
import { type RefObject, useEffect } from 'react'

/**
 * Enter in a one-line field of a long form moves to the next field instead of sending it half written: phone keyboards
 * have "next" there. Sign-in fields send, as usual.
 */
export function useEnterMovesOn(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current
    if (!element) return
    const goOn = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return
      if (
        !(target instanceof HTMLInputElement) ||
        target.type !== 'text' ||
        target.autocomplete === 'username'
      )
        return
      event.preventDefault()
      const fields = [...element.elements].filter(
        (field) => field instanceof HTMLElement && field.checkVisibility(),
      )
      const next = fields[fields.indexOf(target) + 1]
      if (next instanceof HTMLElement) next.focus()
    }
    element.addEventListener('keydown', goOn)
    return () => element.removeEventListener('keydown', goOn)
  }, [form])
}
