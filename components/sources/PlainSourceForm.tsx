'use client'
import { useActionState } from 'react'
import { PlainField } from '@/components/forms/plain/PlainField'
import { PlainOutcome } from '@/components/forms/plain/PlainOutcome'
import { EnterFields, EnterLabel } from '@/components/sessions/EnterFields'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { isAboutAccount } from '@/lib/accounts/is-about-account'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { savePlainSource } from '@/lib/sources/actions'
import type { EditFormData } from '@/lib/submissions/load'

interface Props {
  idempotencyKey: string
  editForm: EditFormData<'source'>
}

/** A source's form without JavaScript: plain fields. */
export function PlainSourceForm({ idempotencyKey, editForm }: Props) {
  const { editing } = messages()
  const texts = messages().editing.source
  const [state, send] = useActionState(savePlainSource, { state: 'idle' })
  const typed: Record<string, string> = state.state === 'refused' ? state.typed : {}
  const fields: Record<string, string> = state.state === 'refused' ? sentencesOf(state.refusal.fields) : {}
  const isEntering = state.state === 'refused' && isAboutAccount(state.refusal)
  const { content } = editForm
  const words = (
    name: Exclude<keyof typeof content & keyof typeof texts.hints, 'authors' | 'derivedFrom'>,
  ) => (
    <PlainField
      name={name}
      label={texts[name]}
      hint={texts.hints[name]}
      value={typed[name] ?? content[name] ?? ''}
      isLong={name === 'description' || name === 'note'}
      problem={fields[name]}
    />
  )
  return (
    <form action={send} className="edit-form">
      <WrittenAs answer={state} />
      {!isEntering && <PlainOutcome state={state} />}
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="entryId" value={editForm.entryId ?? 0} />
      <input type="hidden" name="baseNumber" value={editForm.baseNumber ?? 0} />
      <input type="hidden" name="baseRoundId" value={editForm.start.baseRoundId ?? 0} />
      <input type="hidden" name="derivedFrom" value={JSON.stringify(content.derivedFrom)} />
      {words('url')}
      {words('title')}
      {words('description')}
      <div className="field">
        <label htmlFor="plain-type">{texts.type}</label>
        <select id="plain-type" name="type" defaultValue={typed.type ?? content.type}>
          {Object.entries(texts.types).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {words('publisher')}
      {words('issued')}
      {words('language')}
      <PlainField
        name="authors"
        label={texts.authors}
        hint={texts.hints.authors}
        value={typed.authors ?? content.authors.join('\n')}
        isLong
        problem={fields.authors}
      />
      {words('archiveUrl')}
      {words('doi')}
      {words('isbn')}
      {words('via')}
      {words('note')}
      <PlainField
        name="summary"
        label={editing.save.summary}
        value={typed.summary ?? ''}
        problem={fields.summary}
      />
      {isEntering && <EnterFields knownAs={editForm.accountName} typed={typed} problems={fields} />}
      <button type="submit" className="btn yes">
        {isEntering ? <EnterLabel goOn="send" /> : editing.save.wording}
      </button>
    </form>
  )
}
