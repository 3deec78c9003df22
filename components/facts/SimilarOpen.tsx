'use client'
import { useEffect, useRef, useState } from 'react'
import { type Suggested, useSuggestions } from '@/components/editor/suggest/use-suggestions'
import { messages } from '@/lib/messages/messages'

const KINDS: readonly Suggested[] = ['similar']
/** In ms: asked once somebody has stopped typing, not at each word. */
const PAUSE = 700

/**
 * Says which facts stand open that say much the same as this statement, which is to be locked: a lock on one of two
 * keeps no secret. Stops nobody. Nothing for an empty statement.
 */
export function SimilarOpen({ statement, own }: { statement: string; own: number | null }) {
  const { results } = useSuggestions(statement, KINDS, PAUSE)
  const { similarOpen } = messages().newFact
  const others = statement === '' ? [] : results.filter(({ id }) => id !== own)
  return (
    <div role="status">
      {others.length > 0 && (
        <div className="note">
          {others.map(({ id, path, label, detail }) => (
            <p key={id} dir="auto">
              {similarOpen} <a href={path}>{detail}</a> “{label}”
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

/** The same in a plain form, by what its fields `statement` and `gate` say whenever one of them is left. */
export function SimilarOpenInForm() {
  const place = useRef<HTMLDivElement>(null)
  const [statement, setStatement] = useState('')
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const read = () => {
      const said = new FormData(form)
      setStatement(said.get('gate') === 'none' ? '' : String(said.get('statement') ?? ''))
    }
    read()
    form.addEventListener('change', read)
    return () => form.removeEventListener('change', read)
  }, [])
  return (
    <div ref={place}>
      <SimilarOpen statement={statement} own={null} />
    </div>
  )
}
