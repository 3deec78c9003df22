'use client'
import { useActionState, useRef, useSyncExternalStore } from 'react'
import { Field } from '@/components/ui/Field'
import { LongField } from '@/components/ui/LongField'
import { Refused } from '@/components/ui/Refused'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { ActionState } from '@/lib/operations/form'
import { importSourcesAction } from '@/lib/sources/actions'
import type { Imported } from '@/lib/sources/importing/import-sources'
import { ImportOutcome } from './ImportOutcome'
import { useImport } from './use-import'
import '@/components/styles/import.css'

const never = () => () => {}

/** Adds the sources of a file or of a pasted text, a few at a time; without scripts of a short text at once. */
export function ImportForm({ idempotencyKey }: { idempotencyKey: string }) {
  const { importing: texts } = messages()
  const idle: ActionState<Imported> = { state: 'idle' }
  const [posted, post] = useActionState<ActionState<Imported>, FormData>(importSourcesAction, idle)
  const form = useRef<HTMLFormElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { sent, refusal: refused, isSending, waits, send, stop } = useImport(form, file)
  const refusal = refused ?? (posted.state === 'refused' ? posted.refusal : null)
  const problems = sentencesOf(refusal?.fields)
  const typed = posted.state === 'refused' ? posted.typed.text : ''
  const outcome = sent ?? (posted.state === 'ok' ? { ...posted, done: 0, all: 0 } : null)
  return (
    <form ref={form} action={post} onSubmit={send} className="form import-form" noValidate>
      <WrittenAs answer={posted} />
      <input type="hidden" name="key" value={idempotencyKey} />
      {hasScripts && (
        <Field label={texts.file} hint={texts.fileHint}>
          {/* Without a name: what is read of it here is sent, never the file. */}
          {(ties) => <input ref={file} type="file" accept=".bib,.bibtex,.ris,.txt" {...ties} />}
        </Field>
      )}
      <LongField
        label={hasScripts ? texts.orText : texts.text}
        name="text"
        defaultValue={typed}
        problem={problems.text}
        spellCheck={false}
        rows={10}
      />
      {refusal && !problems.text && <Refused refusal={refusal} />}
      <p className="actions">
        <button className="btn yes" type="submit" aria-disabled={isSending || undefined}>
          {isSending && sent ? texts.busy(sent.done, sent.all) : texts.submit}
        </button>
        {isSending && (
          <button className="btn" type="button" onClick={stop}>
            {texts.stop}
          </button>
        )}
      </p>
      <div role="status">
        {isSending && sent && <progress max={sent.all} value={sent.done} aria-label={texts.heading} />}
        {waits > 0 && <p className="quiet">{texts.wait(waits)}</p>}
        {outcome && <ImportOutcome outcome={outcome} />}
      </div>
    </form>
  )
}
