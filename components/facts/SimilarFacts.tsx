'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { plainText } from '@/lib/content/plain-text'
import { typedLine } from '@/lib/content/typed-marks'
import type { CarriedWords } from '@/lib/facts/carried-source'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { SimilarFactView } from './SimilarFactView'
import { useSimilar } from './use-similar'
import '@/components/styles/alike.css'

interface Props {
  statement: string
  /** The fact that is being written itself. */
  own: number | null
  /** The source that was typed here so far: it goes along to the known fact. */
  carried: () => CarriedWords
}

/**
 * Asks while a statement is typed whether it is here already: each fact with two answers, to add one's source to it, or
 * that one says something else.
 */
export function SimilarFacts({ statement, own, carried }: Props) {
  const { similar: texts } = messages().newFact
  const [others, setOthers] = useState<ReadonlySet<number>>(new Set())
  const found = useSimilar(statement, 'similar').filter(({ id }) => id !== own && !others.has(id))

  /** Before the link is followed, in whatever way. */
  function carry(event: MouseEvent<HTMLAnchorElement>, number: number) {
    event.currentTarget.href = paths.editFact(number, carried())
  }

  return (
    <div role="status">
      {found.length > 0 && (
        <section className="alike" aria-label={texts.title}>
          <h3>{texts.title}</h3>
          {found.map((fact) => (
            <SimilarFactView key={fact.id} fact={fact}>
              <p className="alike-acts">
                <a
                  className="btn yes"
                  href={paths.editFact(fact.number)}
                  onClick={(event) => carry(event, fact.number)}
                  onAuxClick={(event) => carry(event, fact.number)}
                >
                  {texts.addMine(fact.number)}
                </a>{' '}
                <button
                  type="button"
                  className="btn"
                  onClick={() => setOthers((before) => new Set([...before, fact.id]))}
                >
                  {texts.another}
                </button>
              </p>
            </SimilarFactView>
          ))}
        </section>
      )}
    </div>
  )
}

const CARRIED = ['where', 'whereSource', 'quote', 'directness', 'opened'] as const

/** The same in a plain form, by what its field `statement` says while it is typed. */
export function SimilarInForm() {
  const place = useRef<HTMLDivElement>(null)
  const [statement, setStatement] = useState('')
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const read = () => setStatement(plainText(typedLine(String(new FormData(form).get('statement') ?? ''))))
    read()
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [])

  function carried(): CarriedWords {
    const form = place.current?.closest('form')
    const said = form ? new FormData(form) : new FormData()
    return Object.fromEntries(CARRIED.map((name) => [name, String(said.get(name) ?? '') || null]))
  }

  return (
    <div ref={place} className="alike-place">
      <SimilarFacts statement={statement} own={null} carried={carried} />
    </div>
  )
}
