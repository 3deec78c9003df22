'use client'
import { useEffect, useState } from 'react'
import { paths } from '@/lib/routes'
import type { SimilarFact } from '@/lib/search/similar-facts'

/** In ms: asked once somebody has paused, not at each word. */
const PAUSE = 400
/** In UTF-16 units: what says more is compared by its beginning. */
const LONGEST = 1_200

const none: SimilarFact[] = []

/**
 * Facts that say much the same as the statement that is being typed: those that its writer may read as a reader, or only
 * those that stand `open` to everybody. Nothing for an empty statement, and where the wiki cannot be reached.
 */
export function useSimilar(statement: string, among: 'similar' | 'open'): SimilarFact[] {
  const [results, setResults] = useState(none)
  const asked = statement.trim().slice(0, LONGEST)
  useEffect(() => {
    if (asked === '') return setResults(none)
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(paths.suggest({ q: asked, kinds: among }), { signal: abort.signal })
        const found = answer.ok ? ((await answer.json()) as { results: SimilarFact[] }).results : none
        setResults(found)
      } catch {
        if (!abort.signal.aborted) setResults(none)
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked, among])
  return results
}
