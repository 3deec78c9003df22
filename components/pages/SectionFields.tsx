'use client'
import { BodyEditor } from '@/components/editor/RichEditor'
import type { RichDocument } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'

interface Props {
  section: RichDocument
  /** How many blocks of the body come before it. */
  skipped: number
  problem: string | undefined
  onChange: (section: RichDocument) => void
  onWhole: () => void
}

/** The form of one section of a page, and the way to the whole page. */
export function SectionFields({ section, skipped, problem, onChange, onWhole }: Props) {
  const { editing } = messages()
  return (
    <div className="page-form-text">
      <p className="section-note">
        {editing.section.note}{' '}
        <button type="button" className="quiet-button" onClick={onWhole}>
          {editing.section.whole}
        </button>
      </p>
      <BodyEditor
        id="field-body"
        label={editing.page.body}
        placeholder={editing.page.bodyPlaceholder}
        value={section}
        onChange={onChange}
        problem={problem}
        skipped={skipped}
      />
    </div>
  )
}
