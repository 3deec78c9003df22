'use client'
import { useActionState } from 'react'
import { Problem } from '@/components/editor/Fields'
import { SuggestField } from '@/components/editor/suggest/SuggestField'
import { DraftNotes } from '@/components/forms/drafts/DraftNotes'
import { ProspectNote } from '@/components/forms/EditFormNotes'
import type { Words } from '@/components/forms/plain/form-words'
import { usePlainSending } from '@/components/forms/plain/use-plain-sending'
import { EnteredNote } from '@/components/sessions/EnteredNote'
import { EnterFields, EnterLabel } from '@/components/sessions/EnterFields'
import { Refused } from '@/components/ui/Refused'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { isAboutAccount } from '@/lib/accounts/is-about-account'
import { addFactAction } from '@/lib/facts/actions'
import type { NewFactFormData } from '@/lib/facts/load-for-editing'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { ActionState } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { markOfAccount } from '@/lib/sessions/written-as'
import type { Prospect } from '@/lib/submissions/outcome'
import type { Saved } from '@/lib/submissions/save'
import { AboutWhere } from './AboutWhere'
import { InStoryFields } from './InStoryFields'
import { MoreOfFact } from './MoreOfFact'
import { NewFactOutcome } from './NewFactOutcome'
import { SimilarInForm } from './SimilarFacts'
import { SimilarOpenInForm } from './SimilarOpen'
import { StatementField } from './StatementField'

interface Props {
  editForm: NewFactFormData
  idempotencyKey: string
  backTo: string
}

/**
 * A new fact: three questions, the rest collapsed. It is a plain form that works without JavaScript; with it, names are
 * suggested, drafts are kept, and the answer appears in place.
 */
export function NewFactForm({ editForm, idempotencyKey, backTo }: Props) {
  const { newFact: texts, editing } = messages()
  const [posted, post] = useActionState<ActionState<Saved>, FormData>(addFactAction, { state: 'idle' })
  const what = `fact-new-${editForm.about}`
  const sending = usePlainSending(addFactAction, posted, { account: editForm.accountId, what })
  const { form, answered, entered, isSending, send, draft } = sending

  if (answered.state === 'ok')
    return <NewFactOutcome saved={answered} entered={entered} backTo={backTo} about={editForm.about} />

  const refusal = answered.state === 'refused' ? answered.refusal : null
  const isEntering = refusal !== null && isAboutAccount(refusal)
  const problems: Record<string, string> = sentencesOf(refusal?.fields)
  const typed: Words = posted.state === 'refused' ? posted.typed : {}
  const words: Words = draft.words ?? (posted.state === 'refused' ? typed : { about: editForm.about })
  const knownAs = editForm.accountName ?? (typed.knownAs || null)

  const asked = { words, problems }
  return (
    <form ref={form} action={post} onSubmit={send} className="edit-form new-fact" noValidate>
      {editForm.accountId !== null && <ProspectNote prospect={editForm.prospect} />}
      <DraftNotes offers={draft.offers} />
      <WrittenAs answer={answered} />
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="knownAs" value={editForm.accountName ?? ''} />
      <div className="new-fact-fields" key={draft.version}>
        <StatementField value={words.statement ?? ''} problem={problems.statement} />
        <SimilarInForm />
        <SuggestField
          name="speaker"
          kind="page"
          label={texts.speaker}
          hint={texts.speakerHint}
          placeholder={texts.notSure}
          value={words.speaker ?? ''}
          problem={problems.speaker}
          isLarge
        />
        <SuggestField
          name="where"
          kind="source"
          label={texts.where}
          hint={texts.whereHint}
          placeholder={texts.notSure}
          value={words.where ?? ''}
          chosen={words.whereSource ?? ''}
          problem={problems.where}
          isLarge
        />
        <AboutWhere
          {...asked}
          writtenAs={editForm.accountId === null ? '' : markOfAccount(editForm.accountId)}
        />
        <WhereSaid {...asked} />
        <InStoryFields words={words} problems={problems} />
        {!editForm.isAboutKnown && <AboutField editForm={editForm} {...asked} />}
        {editForm.isAboutKnown && (
          <p className="quiet">
            {texts.aboutKnown[0]}
            <a href={paths.page(editForm.about)} dir="auto">
              {editForm.about}
            </a>
            {texts.aboutKnown[1]} {texts.aboutChange}
          </p>
        )}
        <MoreOfFact
          places={editForm.places}
          isReviewed={outcomeOf(editForm.prospect) === 'review'}
          {...asked}
        >
          {editForm.isAboutKnown && <AboutField editForm={editForm} {...asked} />}
        </MoreOfFact>
        <SimilarOpenInForm />
      </div>
      {isEntering && <EnterFields knownAs={knownAs} typed={typed} problems={problems} />}
      {refusal && !isEntering && (
        <Refused refusal={refusal}>
          <EnteredNote entered={entered} next={null} />
        </Refused>
      )}
      <div className="save-act">
        <button type="submit" className="btn yes" aria-disabled={isSending || undefined}>
          <SendLabel editForm={editForm} isSending={isSending} isEntering={isEntering} />
        </button>
        <p className="quiet">
          {editForm.accountId === null && `${texts.visitor} `}
          <UnlessPrivate
            usual={editing.save.outcome[outcomeOf(editForm.prospect)]}
            ofPrivateLife={editing.save.outcome[outcomeOf(editForm.prospectIfPrivate)]}
          />{' '}
          {editing.save.licence}
        </p>
      </div>
    </form>
  )
}

const outcomeOf = ({ kind }: Prospect) => (kind === 'publish' ? 'publish' : 'review')

function SendLabel({
  editForm,
  isSending,
  isEntering,
}: {
  editForm: NewFactFormData
  isSending: boolean
  isEntering: boolean
}) {
  const { newFact: texts } = messages()
  if (isSending) return texts.sending
  if (isEntering) return <EnterLabel goOn="send" />
  const labelOf = (prospect: Prospect) => (outcomeOf(prospect) === 'publish' ? texts.publish : texts.send)
  return (
    <UnlessPrivate usual={labelOf(editForm.prospect)} ofPrivateLife={labelOf(editForm.prospectIfPrivate)} />
  )
}

/** What is said unless the box for private life is ticked, and what is said then. */
function UnlessPrivate({ usual, ofPrivateLife }: { usual: string; ofPrivateLife: string }) {
  if (usual === ofPrivateLife) return usual
  return (
    <>
      <span className="unless-private">{usual}</span>
      <span className="if-private">{ofPrivateLife}</span>
    </>
  )
}

interface Asked {
  words: Words
  problems: Record<string, string>
}

/** Whether the source is where it was said: asked once there is one. */
function WhereSaid({ words, problems }: Asked) {
  const { newFact: texts } = messages()
  return (
    <div className="field where-said">
      <label htmlFor="plain-directness">{texts.directness}</label>
      <select id="plain-directness" name="directness" defaultValue={words.directness ?? ''}>
        {Object.entries(texts.directnesses).map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
      <Problem id="plain-directness" text={problems.directness} />
    </div>
  )
}

function AboutField({ editForm, words, problems }: Asked & { editForm: NewFactFormData }) {
  const { newFact: texts } = messages()
  return (
    <SuggestField
      name="about"
      kind="page"
      label={texts.about}
      hint={texts.aboutHint(editForm.fallback)}
      value={words.about ?? ''}
      problem={problems.about}
    />
  )
}
