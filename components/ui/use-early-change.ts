'use client'
import { type RefObject, useEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Whether what a field says differs from what the page was rendered with. */
const isChanged = (field: Field) =>
  field.type === 'checkbox' || field.type === 'radio'
    ? 'checked' in field && field.checked !== field.defaultChecked
    : field.value !== field.defaultValue

/**
 * Reports, once, a field that was changed before hydration: React calls no `onChange` for that. Every server-rendered
 * field that reacts to input needs it.
 */
export function useEarlyChange<F extends Field>(field: RefObject<F | null>, onChange: (field: F) => void) {
  const tell = useRef(onChange)
  useEffect(() => {
    if (field.current && isChanged(field.current)) tell.current(field.current)
  }, [field])
}
