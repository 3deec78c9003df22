'use client'
import { useEffect, useState } from 'react'
import type { Named } from '@/lib/entries/named'
import { paths } from '@/lib/routes'

export interface Suggestions {
  /** The text that the answers belong to; it may lag behind the typed text. */
  query: string
  results: Named[]
  /** For categories: the page with exactly this title. */
  holder: { label: string; isCategory: boolean } | null
  isUnreachable: boolean
}

/** What can be searched for; categories are pages that others can be in. */
export type Suggested = Named['kind'] | 'category'

const none: Suggestions = { query: '', results: [], holder: null, isUnreachable: false }

/** In ms: asked once typing pauses. */
const PAUSE = 120

/** Entries matching `query`, fetched once typing pauses. An empty query fetches nothing. */
export function useSuggestions(query: string, kinds: readonly Suggested[]): Suggestions {
  const [suggestions, setSuggestions] = useState(none)
  const wanted = kinds.join(',')
  const trimmed = query.trim()

  useEffect(() => {
    if (!trimmed) return setSuggestions(none)
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const asked = paths.suggest({ q: trimmed.slice(0, 200), kinds: wanted, closed: 'too' })
        const answer = await fetch(asked, { signal: abort.signal })
        if (!answer.ok) throw new Error(`suggest answered ${answer.status}`)
        const { results, holder = null } = (await answer.json()) as Pick<Suggestions, 'results' | 'holder'>
        setSuggestions({ query: trimmed, results, holder, isUnreachable: false })
      } catch {
        if (!abort.signal.aborted) setSuggestions({ ...none, query: trimmed, isUnreachable: true })
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [trimmed, wanted])

  return suggestions
}
