'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { SuggestionList } from './SuggestionList'
import { type Suggested, type Suggestions, useSuggestions } from './use-suggestions'

export interface Own {
  label: (text: string) => string
  onPick: (text: string) => void
  /** Pasted text that is the whole of a choice is taken at once. */
  isWhole?: (text: string) => boolean
  /** Offered only where no page has this title. */
  isTitle?: boolean
}

interface Props {
  label: string
  kinds: readonly Suggested[]
  onPick: (named: Named) => void
  /** Offers the typed text itself as a choice, for instance as a page that does not exist yet. */
  own?: Own | undefined
  hint?: string | undefined
  /** Said where nothing is found. */
  nothing?: string | undefined
  id?: string | undefined
  autoFocus?: boolean | undefined
  isInvalid?: boolean | undefined
  isLabelHidden?: boolean | undefined
}

/** A field that finds entries by name: type, move with the arrow keys, choose with Enter. */
export function EntryPicker(props: Props) {
  const { label, kinds, onPick, own, hint, id, autoFocus, isInvalid, isLabelHidden } = props
  const { nothing = messages().editing.suggest.nothing } = props
  const made = useId()
  const field = id ?? made
  const list = `${field}-list`
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const suggestions = useSuggestions(text, kinds)
  const trimmed = text.trim()
  const isCurrent = suggestions.query === trimmed && trimmed !== ''
  const isTaken = !isCurrent || suggestions.holder !== null || suggestions.isUnreachable
  const isOwnOffered = own && trimmed && !(own.isTitle && isTaken)
  const count = suggestions.results.length + (isOwnOffered ? 1 : 0)
  const note = isCurrent ? noteOn(suggestions, nothing) : null
  const isOpen = trimmed !== '' && (count > 0 || note !== null)

  function take(index: number) {
    const named = suggestions.results[index]
    if (named) onPick(named)
    else if (isOwnOffered) own.onPick(trimmed)
    else return
    setText('')
    setActive(0)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault()
      if (isCurrent) take(Math.min(active, count - 1))
    } else if (event.key === 'Escape' && text) {
      event.stopPropagation()
      setText('')
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (count > 0) setActive((active + step + count) % count)
    }
  }

  return (
    <div className="picker field">
      <label htmlFor={field} className={isLabelHidden ? 'sr-only' : undefined}>
        {label}
      </label>
      <input
        id={field}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count > 0 ? `${list}-${Math.min(active, count - 1)}` : undefined}
        aria-invalid={isInvalid || undefined}
        aria-describedby={`${field}-problem`}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a panel that was asked for starts where one types
        autoFocus={autoFocus}
        placeholder={hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain').trim()
          if (trimmed !== '' || !own?.isWhole?.(pasted)) return
          event.preventDefault()
          own.onPick(pasted)
        }}
        onBlur={() => setActive(0)}
      />
      <SuggestionList
        id={list}
        label={label}
        isOpen={isOpen}
        results={suggestions.results}
        own={isOwnOffered ? own.label(trimmed) : null}
        active={Math.min(active, count - 1)}
        onTake={take}
        note={note}
      />
    </div>
  )
}

function noteOn({ isUnreachable, holder, results }: Suggestions, nothing: string): string | null {
  const { editing } = messages()
  if (isUnreachable) return editing.suggest.unreachable
  if (holder && !holder.isCategory) return editing.suggest.noCategory(holder.label)
  return results.length === 0 ? nothing : null
}
