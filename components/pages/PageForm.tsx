'use client'
import { Problem } from '@/components/editor/Fields'
import { FactsOfPage } from '@/components/editor/facts/facts-of-page'
import { UnplacedNote } from '@/components/editor/facts/UnplacedNote'
import { GatePicker } from '@/components/editor/GatePicker'
import { BodyEditor, LeadEditor } from '@/components/editor/RichEditor'
import { EditForm } from '@/components/forms/EditForm'
import { useEditing } from '@/components/forms/use-editing'
import { writtenPage } from '@/lib/kinds/written/page'
import { messages } from '@/lib/messages/messages'
import { savePage } from '@/lib/pages/actions'
import type { PageFormData } from '@/lib/pages/load-for-editing'
import { CategoryField } from './CategoryField'
import { InfoboxFields } from './InfoboxFields'
import { KindFields } from './KindFields'
import { PagePreviewText } from './PagePreviewText'
import { SectionFields } from './SectionFields'
import { TitleField } from './TitleField'
import { anchorOfSection, useSection } from './use-section'

interface Props {
  editForm: PageFormData
  /** The id of the heading of the section to edit; null for the whole page. */
  section: string | null
  /** The page to return to: the page itself, or the front page for a new one. */
  backTo: string
}

/** The form of a page, in its reading type and width. */
export default function PageForm({ editForm, section, backTo }: Props) {
  const { editing: texts } = messages()
  const editing = useEditing(writtenPage, editForm, whatIsWritten(editForm, section), savePage, (content) =>
    anchorOfSection(section, content),
  )
  const { form, setContent, fields } = editing
  const { content } = form
  const kind = editForm.kinds.find((one) => one.key === content.kind)
  const { cut, ...part } = useSection(section, editForm.content, {
    content,
    version: editing.version,
    fields,
    places: editing.faults.places,
  })

  return (
    <EditForm kind={writtenPage} editForm={editForm} editing={editing} look={PagePreviewText} backTo={backTo}>
      {part.isGone && (
        <p className="note" role="note">
          {texts.section.gone}
        </p>
      )}
      <FactsOfPage facts={editForm.facts} body={content.body.content}>
        {cut ? (
          <SectionFields
            section={{ type: 'doc', content: cut.section }}
            problem={fields.body}
            skipped={cut.before.length}
            onChange={(body) => setContent({ body: part.withSection(body) })}
            onWhole={part.showWhole}
          />
        ) : (
          <div className="page-form">
            <div className="page-form-text">
              <KindFields
                kinds={editForm.kinds}
                kind={kind}
                content={content}
                fields={fields}
                onChange={setContent}
              />
              <TitleField
                title={content.title}
                problem={fields.title}
                onChange={(title) => setContent({ title })}
              />
              <LeadEditor
                id="field-lead"
                label={texts.page.lead}
                placeholder={texts.page.leadPlaceholder}
                value={content.lead}
                onChange={(lead) => setContent({ lead })}
                problem={fields.lead}
              />
              <BodyEditor
                id="field-body"
                label={texts.page.body}
                placeholder={texts.page.bodyPlaceholder}
                value={content.body}
                onChange={(body) => setContent({ body })}
                problem={fields.body}
              />
              <UnplacedNote />
              <CategoryField
                content={content}
                kinds={editForm.kinds}
                problem={fields.categories}
                onChange={(categories) => setContent({ categories })}
              />
              <div className="field">
                <GatePicker
                  id="field-gate"
                  label={texts.page.gate}
                  gate={content.gate ?? { kind: 'none' }}
                  onChange={(gate) => setContent({ gate })}
                  mayBeOpen
                />
                <Problem id="field-gate" text={fields.gate ?? fields['gate.page']} />
              </div>
            </div>
            <InfoboxFields
              key={content.kind}
              kind={kind}
              infobox={content.infobox}
              gates={content.gates ?? {}}
              language={content.language}
              kinds={editForm.kinds}
              fields={fields}
              onChange={(infobox) => setContent({ infobox })}
              onGates={(gates) => setContent({ gates })}
            />
          </div>
        )}
      </FactsOfPage>
    </EditForm>
  )
}

/** The key that its drafts are stored under: a section has its own. */
function whatIsWritten({ entryId, content }: PageFormData, section: string | null): string {
  if (entryId === null) return `page-new-${content.title}`
  return section === null ? `page-${entryId}` : `page-${entryId}-section-${section}`
}
