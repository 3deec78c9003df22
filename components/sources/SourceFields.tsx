'use client'
import { useState } from 'react'
import { ChoiceField, Problem, TextField } from '@/components/editor/Fields'
import { EntryList } from '@/components/editor/suggest/EntryList'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'

interface Props {
  source: SourceContent
  fields: Record<string, string>
  onChange: (part: Partial<SourceContent>) => void
}

type TextName =
  | ('url' | 'title' | 'description' | 'publisher' | 'issued' | 'language')
  | ('archiveUrl' | 'doi' | 'isbn' | 'via' | 'note')

/** The fields of a bibliographic record. */
export function SourceFields({ source, fields, onChange }: Props) {
  const texts = messages().editing.source
  const [authors, setAuthors] = useState(source.authors.join('\n'))
  const words = (name: TextName, maxLength?: number) => (
    <TextField
      id={`field-${name}`}
      label={texts[name]}
      hint={texts.hints[name]}
      value={source[name] ?? ''}
      type={name === 'url' || name === 'archiveUrl' ? 'url' : 'text'}
      isLong={name === 'description' || name === 'note'}
      maxLength={maxLength}
      problem={fields[name]}
      onChange={(value) => onChange({ [name]: value || null })}
    />
  )
  return (
    <div className="source-form">
      {words('url')}
      {words('title', 300)}
      {words('description', 2000)}
      <div className="field-row">
        <ChoiceField
          id="field-type"
          label={texts.type}
          value={source.type}
          options={texts.types}
          problem={fields.type}
          onChange={(type) => onChange({ type })}
        />
        {words('publisher', 200)}
        {words('issued')}
        {words('language', 100)}
      </div>
      <TextField
        id="field-authors"
        label={texts.authors}
        hint={texts.hints.authors}
        value={authors}
        isLong
        problem={fields.authors}
        onChange={(lines) => {
          setAuthors(lines)
          onChange({
            authors: lines
              .split('\n')
              .map((name) => name.trim())
              .filter(Boolean),
          })
        }}
      />
      <Derivation
        derivedFrom={source.derivedFrom}
        problem={fields.derivedFrom ?? fields['derivedFrom.source'] ?? fields['derivedFrom.page']}
        onChange={(derivedFrom) => onChange({ derivedFrom })}
      />
      {words('archiveUrl')}
      <div className="field-row">
        {words('doi')}
        {words('isbn')}
      </div>
      {words('via', 200)}
      {words('note', 4000)}
    </div>
  )
}

interface DerivationProps {
  derivedFrom: SourceContent['derivedFrom']
  problem: string | undefined
  onChange: (derivedFrom: SourceContent['derivedFrom']) => void
}

/** Whether it repeats another source, or is the work that a page is about. 0 is a source that is not chosen yet; the server refuses it. */
function Derivation({ derivedFrom, problem, onChange }: DerivationProps) {
  const texts = messages().editing.source
  const original = derivedFrom.kind === 'source' ? derivedFrom.source : 0
  return (
    <>
      <ChoiceField
        id="field-derivedFrom"
        label={texts.derivedFrom}
        hint={texts.hints.derivedFrom}
        value={derivedFrom.kind}
        options={texts.derivations}
        problem={problem}
        onChange={(chosen) => {
          if (chosen === 'source') onChange({ kind: chosen, source: original })
          else if (chosen === 'work') onChange({ kind: chosen, page: null })
          else onChange({ kind: chosen })
        }}
      />
      {derivedFrom.kind === 'source' && (
        <>
          <EntryList
            id="field-original"
            label={texts.original}
            kinds={['source']}
            ids={original ? [original] : []}
            onChange={(ids) => onChange({ kind: 'source', source: ids[0] ?? 0 })}
            most={1}
          />
          <Problem id="field-original" text={null} />
        </>
      )}
      {derivedFrom.kind === 'work' && (
        <EntryList
          id="field-workPage"
          label={texts.workPage}
          kinds={['page']}
          ids={derivedFrom.page === null ? [] : [derivedFrom.page]}
          onChange={(ids) => onChange({ kind: 'work', page: ids[0] ?? null })}
          most={1}
        />
      )}
    </>
  )
}
