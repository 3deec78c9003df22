'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { browserDraftKeeper } from './browser-draft-keeper'
import { useOffers } from './use-offers'

/**
 * A form with a draft: stored while typing, restored after a reload, and offered when the same form is opened again.
 * Render it in the browser only. What was written before signing in is available to the account that signs in.
 */
export function useDraft<Form>(
  account: number | null,
  what: string,
  fresh: Form,
  sameWords: (one: Form, other: Form) => boolean,
) {
  const [keeper] = useState(() => browserDraftKeeper<Form>(account, what))
  const [pristine] = useState(fresh)
  const [restored, setRestored] = useState(() => keeper?.ownFromBefore() ?? null)
  const [form, setForm] = useState<Form>(restored?.form ?? fresh)
  const [isKept, setIsKept] = useState(true)
  /** Counts how often the form's content was replaced: editors are recreated with it. */
  const [version, setVersion] = useState(0)
  /** The latest content, even before React has rendered it: Save sends this. */
  const latest = useRef(form)
  const isOver = useRef(false)

  const change = useCallback((next: (form: Form) => Form) => {
    latest.current = next(latest.current)
    setForm(latest.current)
  }, [])
  const now = useCallback(() => latest.current, [])

  useEffect(() => {
    const own = keeper?.ownFromBefore()
    if (own) keeper?.moveHere(own)
    return () => keeper?.end()
  }, [keeper])

  const keepNow = useCallback(
    (words: Form) => {
      // A pending timer must not store again what was just saved.
      if (isOver.current) return
      if (keeper && sameWords(words, pristine)) keeper.forget()
      else setIsKept(keeper?.keep(words) ?? false)
    },
    [keeper, pristine, sameWords],
  )

  useEffect(() => {
    if (form === pristine || form === restored?.form) return
    const timer = setTimeout(() => keepNow(form), 400)
    return () => clearTimeout(timer)
  }, [form, pristine, restored, keepNow])

  useEffect(() => {
    const leave = () => {
      if (latest.current !== pristine) keepNow(latest.current)
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [pristine, keepNow])

  function replace(words: Form) {
    change(() => words)
    setVersion((count) => count + 1)
  }

  const found = useOffers(
    keeper,
    pristine,
    keeper !== null && !isKept,
    (draft) => {
      // What is written here already stays a draft of its own.
      keepNow(latest.current)
      keeper?.startOver()
      keeper?.moveHere(draft)
      setRestored(draft)
      replace(draft.form)
    },
    () => keepNow(latest.current),
  )

  function discard() {
    keeper?.forget()
    setRestored(null)
    replace(pristine)
  }

  function forget() {
    isOver.current = true
    keeper?.forget()
  }

  const offers = { restoredAt: restored?.at ?? null, discard, isKept, ...found }
  return { form, now, change, replace, version, offers, forget, keepNow }
}
