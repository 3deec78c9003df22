'use client'
import { type RefObject, useEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Whether a field holds something else than the page came with. */
const isChanged = (field: Field) =>
  field.value !== field.defaultValue ||
  (field instanceof HTMLInputElement && field.checked !== field.defaultChecked)

/**
 * Tells, once, of a field that was changed before the page came alive: React calls no `onChange` for that. Every field
 * that the server renders and that answers to what is typed needs it.
 */
export function useEarlyChange<F extends Field>(field: RefObject<F | null>, onChange: (field: F) => void) {
  const tell = useRef(onChange)
  useEffect(() => {
    if (field.current && isChanged(field.current)) tell.current(field.current)
  }, [field])
}
