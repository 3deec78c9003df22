'use client'
import { useId } from 'react'
import type { Citation } from '@/lib/content/citation'
import { editing } from '@/lib/texts/en/editing'
import { ChoiceField, TextField } from './Fields'
import { SourceChoice } from './SourceChoice'

/** A citation while it is written: its source may not be chosen yet. */
export type CitationDraft = Omit<Citation, 'source'> & { source: number | null }

interface Props {
  citation: CitationDraft
  onChange: (citation: CitationDraft) => void
  problem?: string | null | undefined
  autoFocus?: boolean
  /** For the field that has the source: errors lead there. */
  id?: string
}

const texts = editing.citation

/** How a source bears on what is written: which one, for or against, where in it, in which words. */
export function CitationFields({ citation, onChange, problem, autoFocus, id }: Props) {
  const made = useId()
  const base = id ?? made
  const set = (part: Partial<CitationDraft>) => onChange({ ...citation, ...part })
  const words = (name: 'locator' | 'quote' | 'via' | 'note', limit: number) => (
    <TextField
      id={`${base}-${name}`}
      label={texts[name]}
      hint={texts.hints[name]}
      value={citation[name] ?? ''}
      maxLength={limit}
      isLong={name === 'quote' || name === 'note'}
      onChange={(value) => set({ [name]: value || null })}
    />
  )
  return (
    <div className="citation-fields">
      <SourceChoice
        id={base}
        source={citation.source}
        onChange={(source) => set({ source })}
        problem={problem}
        autoFocus={autoFocus}
      />
      <div className="field-row">
        <ChoiceField
          id={`${base}-stance`}
          label={texts.stance}
          value={citation.stance}
          options={texts.stances}
          onChange={(stance) => set({ stance })}
        />
        <ChoiceField
          id={`${base}-directness`}
          label={texts.directness}
          value={citation.directness}
          options={texts.directnesses}
          onChange={(directness) => set({ directness })}
        />
        <ChoiceField
          id={`${base}-opened`}
          label={texts.opened}
          value={citation.opened}
          options={texts.openings}
          onChange={(opened) => set({ opened })}
        />
      </div>
      {words('locator', 200)}
      {words('quote', 300)}
      <details open={Boolean(citation.via || citation.note)}>
        <summary>{texts.more}</summary>
        {words('via', 200)}
        {words('note', 2000)}
      </details>
    </div>
  )
}
