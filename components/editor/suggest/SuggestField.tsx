'use client'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Problem } from '@/components/editor/Fields'
import { useEarlyChange } from '@/components/ui/use-early-change'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { SuggestionList } from './SuggestionList'
import { useSuggestions } from './use-suggestions'

interface Props {
  name: string
  label: string
  hint?: string | undefined
  placeholder?: string | undefined
  kind: Named['kind']
  value: string
  problem?: string | undefined
  /** Keeps the chosen entry's id in a field `<name>Source` for as long as its name is in the text field. */
  chosen?: string | undefined
  isLarge?: boolean
}

/** A text field with suggestions of entries: choose one, or write anything else. */
export function SuggestField({
  name,
  label,
  hint,
  placeholder,
  kind,
  value,
  problem,
  chosen,
  isLarge,
}: Props) {
  const id = `plain-${name}`
  const input = useRef<HTMLInputElement>(null)
  // Not left to the field itself: React resets a hidden field to its default whenever it renders.
  const [held, hold] = useState(chosen ?? '')
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(-1)
  const kinds = useMemo(() => [kind], [kind])
  const { results, query: answered } = useSuggestions(query, kinds)
  const isOpen = query.trim() !== '' && answered === query.trim() && results.length > 0
  const at = Math.min(active, results.length - 1)

  function type(text: string) {
    setQuery(/^\s*https?:/i.test(text) ? '' : text)
    setActive(-1)
    hold('')
  }

  useEarlyChange(input, (field) => {
    // A browser also fills in fields when it restores a page; nobody is typing then.
    if (field === document.activeElement) type(field.value)
  })

  function take(index: number) {
    const named = results[index]
    if (!named || !input.current) return
    input.current.value = named.label
    flushSync(() => {
      hold(String(named.id))
      setQuery('')
    })
    input.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      setQuery('')
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      take(at)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const last = results.length - 1
      if (event.key === 'ArrowDown') setActive(at < last ? at + 1 : 0)
      else setActive(at > 0 ? at - 1 : last)
    }
  }

  return (
    <div className={isLarge ? 'field is-question' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <div className="picker">
        <input
          id={id}
          ref={input}
          name={name}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && at >= 0 ? `${id}-list-${at}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          autoComplete="off"
          enterKeyHint="next"
          placeholder={placeholder}
          defaultValue={value}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setQuery('')}
        />
        {chosen !== undefined && <input type="hidden" name={`${name}Source`} value={held} />}
        <SuggestionList
          id={`${id}-list`}
          label={messages().editing.suggest.label}
          isOpen={isOpen}
          results={results}
          own={null}
          active={at}
          onTake={take}
          note={null}
        />
      </div>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <Problem id={id} text={problem} />
    </div>
  )
}
