'use client'
import { useId, useState } from 'react'
import { ChoiceField, TextField } from '@/components/editor/Fields'
import { OptionsField } from '@/components/editor/OptionsField'
import { citationLimits } from '@/lib/content/citation-limits'
import { suggestedDirectness } from '@/lib/content/suggested-directness'
import { messages } from '@/lib/messages/messages'
import type { CitationDraft } from './citation-draft'
import type { CitationProblems } from './citation-problems'
import { SourceChoice } from './SourceChoice'

interface Props {
  citation: CitationDraft
  onChange: (citation: CitationDraft) => void
  problems?: CitationProblems
  autoFocus?: boolean
  /** Whether it is known who said it. */
  hasSpeaker?: boolean
  /** Id of the field that holds the source; errors link to it. */
  id?: string
}

/**
 * The fields of a citation: source, exact words, whether that is where it was said, and the rest. The directness of a new
 * one is suggested until somebody says it.
 */
export function CitationFields(props: Props) {
  const { citation, onChange, problems = {}, autoFocus, hasSpeaker = false, id } = props
  const texts = messages().editing.citation
  const made = useId()
  const base = id ?? made
  const [isSaid, setIsSaid] = useState(citation.source !== null)
  function set(part: Partial<CitationDraft>) {
    const next = { ...citation, ...part }
    const { quote, source } = next
    const suggested = suggestedDirectness({ hasSpeaker, hasSource: source !== null, quote })
    onChange(isSaid || part.directness ? next : { ...next, directness: suggested })
  }
  const words = (name: keyof typeof citationLimits) => (
    <TextField
      id={`${base}-${name}`}
      label={texts[name]}
      hint={name === 'quote' ? texts.hints.quote(citationLimits.quote) : texts.hints[name]}
      value={citation[name] ?? ''}
      maxLength={citationLimits[name]}
      problem={problems[name]}
      isLong={name === 'note'}
      onChange={(value) => set({ [name]: value || null })}
    />
  )
  return (
    <div className="citation-fields">
      <SourceChoice
        id={base}
        source={citation.source}
        onChange={(source, locator) => set({ source, ...(locator && !citation.locator && { locator }) })}
        problem={problems.source}
        autoFocus={autoFocus}
      />
      <OptionsField
        id={`${base}-directness`}
        label={texts.directness}
        value={citation.directness}
        options={texts.directnessOptions}
        onChange={(directness) => {
          setIsSaid(true)
          set({ directness })
        }}
      />
      {words('quote')}
      <div className="field-row">
        <ChoiceField
          id={`${base}-stance`}
          label={texts.stance}
          value={citation.stance}
          options={texts.stances}
          onChange={(stance) => set({ stance })}
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
      <details open={Boolean(citation.via || citation.note || problems.via || problems.note)}>
        <summary>{texts.more}</summary>
        {words('via')}
        {words('note')}
      </details>
    </div>
  )
}
