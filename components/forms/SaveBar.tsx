'use client'
import { TextField, TickField } from '@/components/editor/Fields'
import { messages } from '@/lib/messages/messages'
import type { Prospect } from '@/lib/submissions/outcome'

interface Props {
  prospect: Prospect
  isNew: boolean
  phase: 'writing' | 'looking' | 'saving' | 'published'
  isPreviewed: boolean
  onPreview: () => void
  summary: string
  onSummary: (summary: string) => void
  isMinor: boolean
  onMinor: (isMinor: boolean) => void
  problem: string | undefined
  onSave: () => void
}

export const PREVIEW_BUTTON = 'show-changes'

/** The foot of every edit form: summary, the button that says what will happen, and the outcome. */
export function SaveBar(props: Props) {
  const { saving } = messages()
  const texts = messages().editing.save
  const { prospect, isNew, phase, summary, onSummary, isMinor, onMinor, problem, onSave } = props
  const isBusy = phase !== 'writing'
  const outcome = prospect.kind === 'refused' ? 'review' : prospect.kind
  return (
    <div className="save-bar">
      {(!isNew || outcome !== 'publish' || summary !== '') && (
        <TextField
          id="field-summary"
          label={isNew ? texts.summaryNew : texts.summary}
          value={summary}
          maxLength={300}
          onChange={onSummary}
          problem={problem}
        />
      )}
      {!isNew && <TickField id="field-minor" label={texts.isMinor} isTicked={isMinor} onChange={onMinor} />}
      <div className="save-act">
        <button type="button" className="btn yes" aria-disabled={isBusy} onClick={onSave}>
          {phase === 'saving' || phase === 'published' ? texts.saving : texts[outcome]}
        </button>
        <button
          type="button"
          id={PREVIEW_BUTTON}
          className="btn"
          aria-disabled={isBusy}
          aria-expanded={props.isPreviewed}
          onClick={props.onPreview}
        >
          {phase === 'looking' ? saving.preview.looking : saving.preview.show}
        </button>
        <p className="quiet">
          {texts.outcome[outcome]} {texts.licence}
        </p>
      </div>
    </div>
  )
}
