'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Attempt } from '@/components/forms/drafts/attempt'
import { browserDraftKeeper } from '@/components/forms/drafts/browser-draft-keeper'
import type { DraftKeeper } from '@/components/forms/drafts/draft-keeper'
import type { Draft } from '@/components/forms/drafts/draft-store'
import { useOffers } from '@/components/forms/drafts/use-offers'
import { isSameWords, type Words, wordsIn } from './form-words'

/** The draft of a plain form: its values, and the save whose answer never came. */
export interface PlainDraft {
  words: Words
  attempt: Attempt | null
}

/**
 * Stores the draft of a plain form, whose fields keep their own values. It is restored after a reload, once the page is
 * hydrated, and only where nothing was typed meanwhile; and offered when the same form is opened again. What was
 * written before signing in is available to the account that signs in.
 */
export function useFormDraft(form: RefObject<HTMLFormElement | null>, account: number | null, what: string) {
  const [keeper, setKeeper] = useState<DraftKeeper<PlainDraft> | null>(null)
  const [restored, setRestored] = useState<Draft<PlainDraft> | null>(null)
  const [isKept, setIsKept] = useState(true)
  const [pristine, setPristine] = useState<Words>({})
  /** Counts how often the values were replaced: the fields are recreated with it. */
  const [version, setVersion] = useState(0)
  const attempt = useRef<Attempt | null>(null)
  const isOver = useRef(false)

  const keepNow = useCallback(() => {
    if (isOver.current || !form.current) return
    const words = wordsIn(form.current)
    if (keeper && isSameWords(words, pristine)) keeper.forget()
    else setIsKept(keeper?.keep({ words, attempt: attempt.current }) ?? false)
  }, [form, keeper, pristine])

  const show = useCallback((draft: Draft<PlainDraft> | null) => {
    attempt.current = draft?.form.attempt ?? null
    setRestored(draft)
    setVersion((count) => count + 1)
  }, [])

  useEffect(() => {
    const element = form.current
    if (!element) return
    const made = browserDraftKeeper<PlainDraft>(account, what)
    const start = defaultsOf(element)
    setPristine(start)
    setKeeper(made)
    setIsKept(made !== null)
    const own = made?.ownFromBefore()
    const there = wordsIn(element)
    // The browser may have restored the fields itself.
    const isThere = own?.form.words && isSameWords(there, own.form.words)
    if (own?.form.words && (isThere || isSameWords(there, start))) {
      made?.moveHere(own)
      show(own)
    }
    return () => made?.end()
  }, [form, account, what, show])

  useEffect(() => {
    const element = form.current
    // What was typed before the page came alive sent no event.
    if (keeper) keepNow()
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
  }, [form, keeper, keepNow])

  const found = useOffers(
    keeper,
    { words: pristine, attempt: null },
    keeper !== null && !isKept,
    (draft) => {
      // What is written here already stays a draft of its own.
      keepNow()
      keeper?.startOver()
      keeper?.moveHere(draft)
      show(draft)
    },
    keepNow,
  )

  const offers = {
    restoredAt: restored?.at ?? null,
    isKept,
    /** Discards the draft. */
    discard: () => {
      keeper?.forget()
      show(null)
    },
    ...found,
  }

  return {
    /** The restored values, which the fields start with. */
    words: restored?.form.words ?? null,
    version,
    offers,
    attempt,
    keepNow,
    /** The form was saved: nothing is stored from here on. */
    end: () => {
      isOver.current = true
      keeper?.forget()
    },
  }
}

/** The fields' values when the page was loaded. */
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
