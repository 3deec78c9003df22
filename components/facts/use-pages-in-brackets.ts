'use client'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { type Suggested, useSuggestions } from '@/components/editor/suggest/use-suggestions'

const KINDS: readonly Suggested[] = ['page']

/** A title that is being typed within double brackets: where it begins. */
interface Begun {
  from: number
  title: string
}

/** Suggests pages while a title is typed within double brackets in a plain text field. */
export function usePagesInBrackets(area: RefObject<HTMLTextAreaElement | null>) {
  const id = useId()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [at, setAt] = useState(0)
  const { results: found, query } = useSuggestions(begun?.title ?? '', KINDS)
  const results = begun !== null && query === begun.title.trim() ? found : []
  const isOpen = results.length > 0
  const active = Math.min(at, results.length - 1)

  /** Looks at what is being typed before the caret. */
  function look() {
    const field = area.current
    if (!field || field.selectionStart !== field.selectionEnd) return setBegun(null)
    const before = /\[\[([^[\]|]{1,200})$/.exec(field.value.slice(0, field.selectionStart))
    setAt(0)
    setBegun(before?.[1] ? { from: before.index, title: before[1] } : null)
  }

  function take(index: number) {
    const [named, field] = [results[index], area.current]
    if (!named || !field || !begun) return
    const end = field.selectionStart
    const isClosed = field.value.slice(end).startsWith(']]')
    field.setRangeText(`[[${named.label}]]`, begun.from, isClosed ? end + 2 : end, 'end')
    setBegun(null)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return
    if (event.key === 'Escape') setBegun(null)
    else if (event.key === 'Enter' || event.key === 'Tab') take(active)
    else if (event.key === 'ArrowDown') setAt((active + 1) % results.length)
    else if (event.key === 'ArrowUp') setAt((active + results.length - 1) % results.length)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return { id, results, isOpen, active, look, take, onKeyDown, close: () => setBegun(null) }
}
