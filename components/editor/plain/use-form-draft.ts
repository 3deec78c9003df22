'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Attempt } from '@/components/editor/drafts/attempt'
import {
  draftPrefix,
  forgetDrafts,
  type Kept,
  keepDraft,
  newestDraft,
  storage,
} from '@/components/editor/drafts/draft-store'
import { isSameWords, type Words, wordsIn } from './form-words'

/** What is kept of a plain form: its words, and the save whose answer never came. */
export interface PlainDraft {
  words: Words
  attempt: Attempt | null
}

/**
 * Keeps what is typed into a plain form, whose fields keep their own values, and finds it again on the next visit: after
 * the page has come alive, and only where nothing was typed meanwhile. A draft written before signing in is found by the
 * account that signs in.
 */
export function useFormDraft(form: RefObject<HTMLFormElement | null>, account: number | null, what: string) {
  const [prefixes] = useState([draftPrefix(account, what), draftPrefix(null, what)] as const)
  const [restored, setRestored] = useState<Kept<PlainDraft> | null>(null)
  const [isKept, setIsKept] = useState(true)
  const pristine = useRef<Words>({})
  const attempt = useRef<Attempt | null>(null)
  const isOver = useRef(false)

  const keepNow = useCallback(() => {
    if (isOver.current || !form.current) return
    const words = wordsIn(form.current)
    const store = storage()
    if (store && isSameWords(words, pristine.current)) return forgetDrafts(store, [...prefixes])
    const draft: PlainDraft = { words, attempt: attempt.current }
    setIsKept(store !== null && keepDraft(store, prefixes[0], null, draft, Date.now()))
  }, [form, prefixes])

  useEffect(() => {
    const element = form.current
    const store = storage()
    if (!element || !store) return setIsKept(store !== null)
    pristine.current = defaultsOf(element)
    const draft = newestDraft<PlainDraft>(store, [...prefixes])
    if (!draft?.form.words || !isSameWords(wordsIn(element), pristine.current)) return
    attempt.current = draft.form.attempt
    setRestored(draft)
  }, [form, prefixes])

  useEffect(() => {
    const element = form.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(keepNow, 400)
    }
    element?.addEventListener('input', soon)
    element?.addEventListener('change', soon)
    window.addEventListener('pagehide', keepNow)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('input', soon)
      element?.removeEventListener('change', soon)
      window.removeEventListener('pagehide', keepNow)
    }
  }, [form, keepNow])

  function forget() {
    const store = storage()
    if (store) forgetDrafts(store, [...prefixes])
  }

  return {
    restored,
    isKept,
    attempt,
    keepNow,
    /** What was written is saved: nothing is kept from here on. */
    end: () => {
      isOver.current = true
      forget()
    },
    /** Throws the draft away, to start again. */
    discard: () => {
      attempt.current = null
      forget()
      setRestored(null)
    },
  }
}

/** What the fields held when the page arrived. */
function defaultsOf(form: HTMLFormElement): Words {
  const words: Words = {}
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) words[field.name] = field.defaultValue
    else if (field instanceof HTMLSelectElement)
      words[field.name] =
        ([...field.options].find((one) => one.defaultSelected) ?? field.options[0])?.value ?? ''
    else if (field instanceof HTMLInputElement && (field.type !== 'checkbox' || field.defaultChecked))
      words[field.name] = field.defaultValue
  }
  const data = new FormData()
  for (const [name, value] of Object.entries(words)) if (name) data.set(name, value)
  return wordsIn(data)
}
