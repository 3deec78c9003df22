'use client'
import { useState } from 'react'
import { CitationFields } from '@/components/editor/citations/CitationFields'
import type { CitationProblems } from '@/components/editor/citations/citation-problems'
import { Problem } from '@/components/editor/Fields'
import type { Citation } from '@/lib/content/citation'
import { freshCitation } from '@/lib/content/fresh-citation'
import { messages } from '@/lib/messages/messages'
import { CitationRow, NO_SOURCE } from './CitationRow'
import { InStoryChoice } from './InStoryChoice'
import '@/components/styles/factsheet.css'

interface Props {
  citations: Citation[]
  fields: Record<string, string>
  /** Whether the fact says who said it. */
  hasSpeaker: boolean
  onChange: (citations: Citation[]) => void
}

/** A fact's citations, one by one. */
export function CitationList({ citations, fields, hasSpeaker, onChange }: Props) {
  const texts = messages().editing.citation
  // React keys for the rows, since several may cite one source.
  const [keys, setKeys] = useState(() => citations.map(() => newRowKey()))
  const [opened] = useState<ReadonlySet<string>>(() => new Set(keys))
  const problemsOf = (index: number): CitationProblems => {
    const prefix = `citations.${index}.`
    const found = Object.entries(fields).filter(([name]) => name.startsWith(prefix))
    const problems = Object.fromEntries(found.map(([name, words]) => [name.slice(prefix.length), words]))
    const isUnchosen = problems.source && citations[index]?.source === NO_SOURCE
    return isUnchosen ? { ...problems, source: texts.sourceMissing } : problems
  }

  function takeOut(index: number) {
    setKeys(keys.filter((_, at) => at !== index))
    onChange(citations.filter((_, at) => at !== index))
  }

  return (
    <section className="citation-list" aria-labelledby="citations-label">
      <h2 id="citations-label">{texts.list}</h2>
      {citations.length === 0 && <p className="quiet">{texts.none}</p>}
      {citations.map((citation, index) => (
        <CitationRow
          key={keys[index]}
          number={index + 1}
          citation={citation}
          isNew={!opened.has(keys[index] ?? '')}
          hasProblem={Object.keys(problemsOf(index)).length > 0}
          onTakeOut={() => takeOut(index)}
        >
          <CitationFields
            id={`field-citations-${index}`}
            hasSpeaker={hasSpeaker}
            citation={{ ...citation, source: citation.source === NO_SOURCE ? null : citation.source }}
            problems={problemsOf(index)}
            onChange={(next) =>
              onChange(citations.with(index, { ...next, source: next.source ?? NO_SOURCE }))
            }
          />
        </CitationRow>
      ))}
      <button
        type="button"
        onClick={() => {
          setKeys([...keys, newRowKey()])
          onChange([...citations, { source: NO_SOURCE, ...freshCitation }])
        }}
      >
        {texts.add}
      </button>
      <InStoryChoice
        onCite={(citation) => {
          setKeys([...keys, newRowKey()])
          onChange([...citations, citation])
        }}
      />
      <Problem id="field-citations" text={fields.citations} />
    </section>
  )
}

let rows = 0
const newRowKey = () => `row${++rows}`
