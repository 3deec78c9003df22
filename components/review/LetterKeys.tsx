'use client'
import { useEffect, useRef, useState } from 'react'
import { useEarlyChange } from '@/components/ui/use-early-change'
import { messages } from '@/lib/messages/messages'

const STORED = 'loreleaf-letter-keys'

/** The switch of the single-letter shortcuts: off by default, stored in this browser (WCAG 2.2, 2.1.4). */
export function LetterKeys() {
  const [isOn, setOn] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => setOn(readStored()), [])
  useEarlyChange(box, ({ checked }) => turn(checked))

  useEffect(() => {
    if (!isOn) return
    document.documentElement.dataset.letterKeys = 'on'
    addEventListener('keydown', press)
    return () => {
      delete document.documentElement.dataset.letterKeys
      removeEventListener('keydown', press)
    }
  }, [isOn])

  function turn(on: boolean) {
    setOn(on)
    try {
      localStorage.setItem(STORED, on ? 'on' : 'off')
    } catch {
      // Without storage the switch applies to this page only.
    }
  }

  return (
    <label className="letter-keys">
      <input ref={box} type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />{' '}
      {messages().review.keys}
    </label>
  )
}

function readStored(): boolean {
  try {
    return localStorage.getItem(STORED) === 'on'
  } catch {
    return false
  }
}

/** A letter presses the button or link that shows it; never while typing. */
function press(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
  const at = event.target
  if (
    at instanceof HTMLElement &&
    (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox])'))
  )
    return
  if (!/^[acdjk]$/.test(event.key)) return
  const target = document.querySelector<HTMLElement>(`[data-key="${event.key}"]`)
  if (!target) return
  event.preventDefault()
  target.click()
}
