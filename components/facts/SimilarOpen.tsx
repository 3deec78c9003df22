'use client'
import { useEffect, useRef, useState } from 'react'
import { plainText } from '@/lib/content/plain-text'
import { typedLine } from '@/lib/content/typed-marks'
import { messages } from '@/lib/messages/messages'
import { useSimilar } from './use-similar'

/**
 * Says which facts stand open that say much the same as this statement, which is to be locked: a lock on one of two
 * keeps no secret. Stops nobody. Nothing for an empty statement.
 */
export function SimilarOpen({ statement, own }: { statement: string; own: number | null }) {
  const { similarOpen } = messages().newFact
  const others = useSimilar(statement, 'open').filter(({ id }) => id !== own)
  return (
    <div role="status">
      {others.length > 0 && (
        <div className="note">
          {others.map(({ id, path, number, statement: said }) => (
            <p key={id} dir="auto">
              {similarOpen} <a href={path}>{messages().facts.numbered(number)}</a> “{said}”
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
      const typed = plainText(typedLine(String(said.get('statement') ?? '')))
      setStatement(said.get('gate') === 'none' ? '' : typed)
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
