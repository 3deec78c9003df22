'use client'
import { Problem, TextField, TickField } from '@/components/editor/Fields'
import { GatePicker } from '@/components/editor/GatePicker'
import { StatementEditor } from '@/components/editor/LineEditor'
import { EditForm } from '@/components/forms/EditForm'
import { useEditing } from '@/components/forms/use-editing'
import { plainText } from '@/lib/content/plain-text'
import { saveFact } from '@/lib/facts/actions'
import type { FactFormData } from '@/lib/facts/load-for-editing'
import { writtenFact } from '@/lib/kinds/written/fact'
import { messages } from '@/lib/messages/messages'
import type { EditFormData } from '@/lib/submissions/load'
import { CitationList } from './CitationList'
import { carriedFrom } from './carried-from'
import { FactPreviewCard } from './FactPreviewCard'
import { PickedPages } from './PickedPages'
import { ReachNote } from './ReachNote'
import { SimilarFacts } from './SimilarFacts'
import { SimilarOpen } from './SimilarOpen'
import { TopicsField } from './TopicsField'

interface Props {
  /** `brought`: a source that came along from another form; `reach`: where the fact is shown. Both are told. */
  editForm: EditFormData<'fact'> & Partial<Pick<FactFormData, 'brought' | 'reach'>>
  backTo: string
}

/** The form of a fact: the statement first, then speaker, subjects, and sources. */
export default function FactForm({ editForm, backTo }: Props) {
  const texts = messages().editing.fact
  const what =
    editForm.entryId === null ? `fact-new-${editForm.content.about[0] ?? ''}` : `fact-${editForm.entryId}`
  const editing = useEditing(writtenFact, editForm, what, saveFact)
  const { form, setContent, fields } = editing
  const { content } = form
  const prospect = content.isPrivateLife ? editForm.prospectIfPrivate : editForm.prospect

  return (
    <EditForm
      kind={writtenFact}
      editForm={{ ...editForm, prospect }}
      editing={editing}
      look={FactPreviewCard}
      backTo={backTo}
    >
      <div className="fact-form">
        {editForm.brought && (
          <p className="note" role="status">
            {messages().newFact.brought[editForm.brought]}
          </p>
        )}
        {editForm.reach && <ReachNote reach={editForm.reach} />}
        <StatementEditor
          id="field-statement"
          label={texts.statement}
          placeholder={texts.statementPlaceholder}
          value={content.statement}
          onChange={(statement) => setContent({ statement })}
          problem={fields.statement}
        />
        <SimilarFacts
          statement={plainText(content.statement)}
          own={editForm.entryId}
          carried={() => carriedFrom(content.citations, form.newSources)}
        />
        <PickedPages
          name="about"
          label={texts.about}
          hint={texts.aboutHint}
          ids={content.about}
          problem={fields.about}
          onChange={(about) => setContent({ about })}
          firstIs={texts.aboutFirst}
          most={20}
        />
        <PickedPages
          name="speaker"
          label={texts.speaker}
          hint={texts.speakerHint}
          ids={content.speaker === null ? [] : [content.speaker]}
          problem={fields.speaker}
          onChange={(ids) => setContent({ speaker: ids[0] ?? null })}
          most={1}
        />
        <div className="field-row">
          <TextField
            id="field-saidTo"
            label={texts.saidTo}
            hint={texts.saidToHint}
            value={content.saidTo ?? ''}
            problem={fields.saidTo}
            onChange={(value) => setContent({ saidTo: value || null })}
          />
          <TextField
            id="field-saidOn"
            label={texts.saidOn}
            hint={texts.saidOnHint}
            value={content.saidOn ?? ''}
            problem={fields.saidOn}
            onChange={(value) => setContent({ saidOn: value || null })}
          />
        </div>
        <CitationList
          citations={content.citations}
          fields={fields}
          hasSpeaker={content.speaker !== null}
          onChange={(citations) => setContent({ citations })}
        />
        <div className="field">
          <GatePicker
            id="field-gate"
            label={texts.gate}
            gate={content.gate}
            onChange={(gate) => setContent({ gate })}
            mayBeOpen
          />
          <Problem id="field-gate" text={fields.gate ?? fields['gate.page']} />
          <SimilarOpen
            statement={content.gate.kind === 'none' ? '' : plainText(content.statement)}
            own={editForm.entryId}
          />
        </div>
        <TickField
          id="field-isPrivateLife"
          label={texts.isPrivateLife}
          hint={texts.isPrivateLifeHint}
          isTicked={content.isPrivateLife}
          problem={fields.isPrivateLife}
          onChange={(isPrivateLife) => setContent({ isPrivateLife })}
        />
        <TopicsField
          topics={content.topics}
          problem={fields.topics}
          onChange={(topics) => setContent({ topics })}
        />
        <TextField
          id="field-note"
          label={texts.note}
          hint={texts.noteHint}
          value={content.note ?? ''}
          isLong
          maxLength={4000}
          problem={fields.note}
          onChange={(value) => setContent({ note: value || null })}
        />
      </div>
    </EditForm>
  )
}
