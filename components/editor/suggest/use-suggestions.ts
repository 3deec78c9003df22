'use client'
import { useEffect, useState } from 'react'
import type { Named } from '@/lib/entries/named'
import { paths } from '@/lib/routes'

export interface Suggestions {
  /** What the answers are for: they may lag behind what is typed. */
  query: string
  results: Named[]
  /** Asked for categories: the page that has this very title. */
  holder: { label: string; isCategory: boolean } | null
  isUnreachable: boolean
}

/** What can be asked for: categories are pages that others can be in. */
export type Suggested = Named['kind'] | 'category'

const none: Suggestions = { query: '', results: [], holder: null, isUnreachable: false }

/** What the wiki has that is called like `query`, asked for once typing pauses. An empty query asks for nothing. */
export function useSuggestions(query: string, kinds: readonly Suggested[]): Suggestions {
  const [suggestions, setSuggestions] = useState(none)
  const wanted = kinds.join(',')
  const trimmed = query.trim()

  useEffect(() => {
    if (!trimmed) return setSuggestions(none)
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(paths.suggest({ q: trimmed.slice(0, 200), kinds: wanted }), {
          signal: abort.signal,
        })
        if (!answer.ok) throw new Error(`suggest answered ${answer.status}`)
        const { results, holder = null } = (await answer.json()) as Pick<Suggestions, 'results' | 'holder'>
        setSuggestions({ query: trimmed, results, holder, isUnreachable: false })
      } catch {
        if (!abort.signal.aborted) setSuggestions({ ...none, query: trimmed, isUnreachable: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [trimmed, wanted])

  return suggestions
}
