'use client'
import { useEffect, useState } from 'react'
import type { Named } from '@/lib/editing/named'

export interface Suggestions {
  /** What the answers are for: they may lag behind what is typed. */
  query: string
  results: Named[]
  isUnreachable: boolean
}

const none: Suggestions = { query: '', results: [], isUnreachable: false }

/** What the wiki has that is called like `query`, asked for once typing pauses. An empty query asks for nothing. */
export function useSuggestions(query: string, kinds: readonly Named['kind'][]): Suggestions {
  const [suggestions, setSuggestions] = useState(none)
  const wanted = kinds.join(',')
  const trimmed = query.trim()

  useEffect(() => {
    if (!trimmed) return setSuggestions(none)
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const parameters = new URLSearchParams({ q: trimmed.slice(0, 200), kinds: wanted })
        const answer = await fetch(`/api/suggest?${parameters}`, { signal: abort.signal })
        if (!answer.ok) throw new Error(`suggest answered ${answer.status}`)
        const { results } = (await answer.json()) as { results: Named[] }
        setSuggestions({ query: trimmed, results, isUnreachable: false })
      } catch {
        if (!abort.signal.aborted) setSuggestions({ query: trimmed, results: [], isUnreachable: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [trimmed, wanted])

  return suggestions
}
