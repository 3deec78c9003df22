'use client'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type HTMLAttributes, type ReactNode, useRef } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { EntryPicker, type Own } from './EntryPicker'
import type { Suggested } from './use-suggestions'

interface Props {
  id?: string
  label: string
  hint?: string
  kinds: readonly Suggested[]
  ids: number[]
  onChange: (ids: number[]) => void
  /** Whether the order matters and can be changed. */
  isOrdered?: boolean
  /** A label beside the first entry, such as "main page". */
  firstIs?: string | undefined
  most?: number
  isInvalid?: boolean
  own?: Own
  /** What a row needs to be dragged, and dropped upon. */
  dragged?: (id: number) => HTMLAttributes<HTMLLIElement>
  /** More about an entry, before the buttons of its row. */
  beside?: (id: number) => ReactNode
}

/** An ordered choice of entries by name. */
export function EntryList(props: Props) {
  const { editing } = messages()
  const { id, label, hint, kinds, ids, onChange, isOrdered, firstIs, most = 500 } = props
  const { nameOf, remember } = useReferences()

  const box = useRef<HTMLDivElement>(null)

  // The focused element may be gone: focus the field, or a row's button where the list is full.
  function change(next: number[]) {
    onChange(next)
    requestAnimationFrame(() => {
      if (!box.current?.contains(document.activeElement))
        box.current?.querySelector<HTMLElement>('input, button')?.focus()
    })
  }

  function add(named: Named) {
    remember(named)
    if (!ids.includes(named.id)) change([...ids, named.id])
  }

  function move(index: number, step: number) {
    const next = ids.filter((_, at) => at !== index)
    next.splice(index + step, 0, ...ids.slice(index, index + 1))
    onChange(next)
  }

  return (
    <div className="entry-list" ref={box}>
      <span className="field-label" aria-hidden>
        {label}
      </span>
      {ids.length > 0 && (
        <ol className={isOrdered ? 'entry-rows' : 'entry-chips'}>
          {ids.map((entry, index) => {
            const name = nameOf(entry)?.label ?? editing.unnamed
            const short = name.length > 60 ? `${name.slice(0, 59)}…` : name
            return (
              <li key={entry} {...props.dragged?.(entry)}>
                <span>
                  {name}
                  {index === 0 && firstIs && <small className="quiet"> · {firstIs}</small>}
                </span>
                {props.beside?.(entry)}
                {isOrdered && (
                  <>
                    <button type="button" disabled={index === 0} onClick={() => move(index, -1)}>
                      <ArrowUp size={16} aria-hidden />
                      <span className="sr-only">{editing.list.up(short)}</span>
                    </button>
                    <button type="button" disabled={index === ids.length - 1} onClick={() => move(index, 1)}>
                      <ArrowDown size={16} aria-hidden />
                      <span className="sr-only">{editing.list.down(short)}</span>
                    </button>
                  </>
                )}
                <button type="button" onClick={() => change(ids.filter((other) => other !== entry))}>
                  <X size={16} aria-hidden />
                  <span className="sr-only">{editing.list.remove(short)}</span>
                </button>
              </li>
            )
          })}
        </ol>
      )}
      {ids.length < most && (
        <EntryPicker
          id={id}
          label={label}
          hint={hint}
          kinds={kinds}
          onPick={add}
          isInvalid={props.isInvalid}
          isLabelHidden
          own={props.own}
        />
      )}
    </div>
  )
}
