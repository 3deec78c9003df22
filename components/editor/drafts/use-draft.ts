'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { draftPrefix, forgetDrafts, keepDraft, newestDraft, storage } from './draft-store'

/**
 * A form whose words survive: kept while they are typed, found again on the next visit. Render it in the browser only.
 * A draft written before signing in is found by the account that signs in.
 */
export function useDraft<Form extends { baseNumber: number | null }>(
  account: number | null,
  what: string,
  fresh: Form,
  sameWords: (one: Form, other: Form) => boolean,
) {
  const prefix = draftPrefix(account, what)
  const [prefixes] = useState([prefix, draftPrefix(null, what)])
  const [pristine] = useState(fresh)
  const [restored, setRestored] = useState(() => {
    const store = storage()
    return store ? newestDraft<Form>(store, prefixes) : null
  })
  const [form, setForm] = useState<Form>(restored?.form ?? fresh)
  const [isKept, setIsKept] = useState(true)
  /** Counts how often the whole form was replaced: editors are made anew with it. */
  const [version, setVersion] = useState(0)
  /** What was typed last, also while React has not come to showing it yet: a press on Save sends this. */
  const latest = useRef(form)
  const isOver = useRef(false)

  const change = useCallback((next: (form: Form) => Form) => {
    latest.current = next(latest.current)
    setForm(latest.current)
  }, [])
  const now = useCallback(() => latest.current, [])

  const keepNow = useCallback(
    (words: Form) => {
      // What was saved a moment ago is not kept again by a timer that is still running.
      if (isOver.current) return
      const store = storage()
      if (store && sameWords(words, pristine)) forgetDrafts(store, prefixes)
      else setIsKept(store !== null && keepDraft(store, prefix, words.baseNumber, words, Date.now()))
    },
    [prefix, prefixes, pristine, sameWords],
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

  function forget() {
    isOver.current = true
    const store = storage()
    if (store) forgetDrafts(store, prefixes)
  }

  function replace(words: Form) {
    change(() => words)
    setVersion((count) => count + 1)
  }

  function discard() {
    forget()
    isOver.current = false
    setRestored(null)
    replace(pristine)
  }

  return { form, now, change, replace, version, restored, discard, forget, keepNow, isKept }
}
