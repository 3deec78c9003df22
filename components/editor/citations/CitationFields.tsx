'use client'
import { useId } from 'react'
import { ChoiceField, TextField } from '@/components/editor/Fields'
import { citationLimits } from '@/lib/content/citation-limits'
import { messages } from '@/lib/messages/messages'
import type { CitationDraft } from './citation-draft'
import type { CitationProblems } from './citation-problems'
import { SourceChoice } from './SourceChoice'

interface Props {
  citation: CitationDraft
  onChange: (citation: CitationDraft) => void
  problems?: CitationProblems
  autoFocus?: boolean
  /** Id of the field that holds the source; errors link to it. */
  id?: string
}

/** The fields of a citation: source, stance, directness, locator, quote. */
export function CitationFields({ citation, onChange, problems = {}, autoFocus, id }: Props) {
  const texts = messages().editing.citation
  const made = useId()
  const base = id ?? made
  const set = (part: Partial<CitationDraft>) => onChange({ ...citation, ...part })
  const words = (name: keyof typeof citationLimits) => (
    <TextField
      id={`${base}-${name}`}
      label={texts[name]}
      hint={name === 'quote' ? texts.hints.quote(citationLimits.quote) : texts.hints[name]}
      value={citation[name] ?? ''}
      maxLength={citationLimits[name]}
      problem={problems[name]}
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
        problem={problems.source}
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
      {words('locator')}
      {words('quote')}
      <details open={Boolean(citation.via || citation.note || problems.via || problems.note)}>
        <summary>{texts.more}</summary>
        {words('via')}
        {words('note')}
      </details>
    </div>
  )
}
