'use client'
import { useActionState } from 'react'
import { PlainField } from '@/components/editor/PlainField'
import { PlainOutcome } from '@/components/editor/PlainOutcome'
import { savePlainFact } from '@/lib/facts/actions'
import { editing } from '@/lib/texts/en/editing'

interface Props {
  idempotencyKey: string
  /** The title of the page that it starts with. */
  about: string
}

const texts = editing.fact

/** A new fact where no script runs: its claim, its page by title, one new source. */
export function PlainFactForm({ idempotencyKey, about }: Props) {
  const [state, send] = useActionState(savePlainFact, { state: 'idle' })
  const typed: Record<string, string> = state.state === 'refused' ? state.typed : {}
  const fields: Record<string, string> = (state.state === 'refused' && state.refusal.fields) || {}
  const words = (name: string, label: string, hint?: string, problem = fields[name]) => (
    <PlainField
      name={name}
      label={label}
      hint={hint}
      value={typed[name] ?? (name === 'about' ? about : '')}
      isLong={name === 'statement' || name === 'quote'}
      problem={problem}
    />
  )
  return (
    <form action={send} className="desk-form">
      <p className="note">{editing.noScript.fact}</p>
      <PlainOutcome state={state} />
      <input type="hidden" name="key" value={idempotencyKey} />
      {words('statement', texts.statement)}
      {words('about', texts.plainAbout)}
      {words('speaker', texts.plainSpeaker)}
      {words('saidTo', texts.saidTo, texts.saidToHint)}
      {words('saidOn', texts.saidOn, texts.saidOnHint)}
      {words('source', texts.plainSource, undefined, fields['sources.0.url'])}
      {words('sourceTitle', texts.plainSourceTitle, editing.source.hints.title, fields['sources.0.title'])}
      {words('quote', editing.citation.quote, editing.citation.hints.quote, fields['citations.0.quote'])}
      <div className="field tick">
        <label>
          <input type="checkbox" name="isPrivateLife" defaultChecked={typed.isPrivateLife === 'on'} />{' '}
          {texts.isPrivateLife}
        </label>
        <p className="hint">{texts.isPrivateLifeHint}</p>
      </div>
      {words('summary', editing.save.summaryNew)}
      <button type="submit" className="btn yes">
        {editing.save.wording}
      </button>
    </form>
  )
}
