'use client'
import { useEffect, useState } from 'react'
import { isLookedUp } from '@/lib/citations/source-line'
import { paths } from '@/lib/routes'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import type { LookedUp } from '@/lib/sources/look-up/look-up'

/** What is asked about a text, and what came of it; an answer that never comes is as good as none. */
export interface LookUp {
  text: string
  isAsking: boolean
  answer: LookedUp | null
}

/** In ms: asked once somebody has stopped typing; and no longer waited for. */
const PAUSE = 350
const LONGEST = 20_000

const nothing: LookUp = { text: '', isAsking: false, answer: null }

/** Looks up a link, a DOI or an ISBN while somebody writes on; other text is not asked about. `writtenAs` marks who writes. */
export function useLookUp(text: string, writtenAs: string): LookUp {
  const [found, setFound] = useState(nothing)
  const trimmed = text.trim()
  const wanted = writtenAs !== '' && isLookedUp(trimmed) ? trimmed : ''

  useEffect(() => {
    setFound({ text: wanted, isAsking: wanted !== '', answer: null })
    if (wanted === '') return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await ask(
        wanted,
        writtenAs,
        AbortSignal.any([abort.signal, AbortSignal.timeout(LONGEST)]),
      )
      if (!abort.signal.aborted) setFound({ text: wanted, isAsking: false, answer })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted, writtenAs])

  return found.text === wanted ? found : { text: wanted, isAsking: wanted !== '', answer: null }
}

async function ask(text: string, writtenAs: string, signal: AbortSignal): Promise<LookedUp | null> {
  try {
    const answer = await fetch(paths.operation('source.look-up'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, [WRITTEN_AS]: writtenAs }),
      signal,
    })
    return answer.ok ? ((await answer.json()) as LookedUp) : null
  } catch {
    return null
  }
}
