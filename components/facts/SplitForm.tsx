'use client'
import { useActionState } from 'react'
import { DraftNotes } from '@/components/forms/drafts/DraftNotes'
import { ProspectNote } from '@/components/forms/EditFormNotes'
import { PlainField } from '@/components/forms/plain/PlainField'
import { usePlainSending } from '@/components/forms/plain/use-plain-sending'
import { EnterFields, EnterLabel } from '@/components/sessions/EnterFields'
import { Refused } from '@/components/ui/Refused'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { isAboutAccount } from '@/lib/accounts/is-about-account'
import { splitFactAction } from '@/lib/facts/actions'
import type { FactToSplit } from '@/lib/facts/load-for-editing'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { ActionState } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import type { Saved } from '@/lib/submissions/save'
import { NewFactOutcome } from './NewFactOutcome'
import '@/components/styles/split.css'

interface Props {
  fact: FactToSplit
  idempotencyKey: string
}

/** Two statements of one fact, and which of its sources back which. Works without JavaScript; with it, drafts are kept. */
export function SplitForm({ fact, idempotencyKey }: Props) {
  const { split } = messages().facts
  const [posted, post] = useActionState<ActionState<Saved>, FormData>(splitFactAction, { state: 'idle' })
  const what = `fact-split-${fact.entryId}`
  const sending = usePlainSending(splitFactAction, posted, { account: fact.accountId, what })
  const { form, answered, entered, isSending, send, draft } = sending

  if (answered.state === 'ok')
    return <NewFactOutcome saved={answered} entered={entered} backTo={paths.fact(fact.number)} about="" />

  const refusal = answered.state === 'refused' ? answered.refusal : null
  const isEntering = refusal !== null && isAboutAccount(refusal)
  const problems: Record<string, string> = sentencesOf(refusal?.fields)
  const typed: Record<string, string> = posted.state === 'refused' ? posted.typed : {}
  const words: Record<string, string> = draft.words ?? typed
  const submit = fact.prospect.kind === 'publish' ? split.submit : split.send
  return (
    <form ref={form} action={post} onSubmit={send} className="edit-form" noValidate>
      <ProspectNote prospect={fact.prospect} />
      <DraftNotes offers={draft.offers} />
      <WrittenAs answer={answered} />
      <p className="intro">{split.intro(fact.number)}</p>
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="entryId" value={fact.entryId} />
      <input type="hidden" name="baseNumber" value={fact.baseNumber} />
      <input type="hidden" name="knownAs" value={fact.accountName ?? ''} />
      <div key={draft.version} className="split-fields">
        <PlainField
          name="first"
          label={split.first}
          value={words.first ?? fact.statement}
          problem={problems.first}
          isLong
        />
        <PlainField
          name="second"
          label={split.second}
          hint={split.secondHint}
          value={words.second ?? ''}
          problem={problems.second}
          isLong
        />
        {fact.citations.length > 0 && <h2>{split.backs}</h2>}
        {fact.citations.map((citation) => (
          <Sides key={citation.field} name={citation.field} citation={citation.words} words={words} />
        ))}
        <PlainField
          name="summary"
          label={messages().editing.save.summary}
          value={words.summary ?? ''}
          problem={problems.summary}
        />
      </div>
      {isEntering && <EnterFields knownAs={fact.accountName} typed={typed} problems={problems} />}
      {refusal && !isEntering && <Refused refusal={refusal} />}
      <div className="save-act">
        <button type="submit" className="btn yes" aria-disabled={isSending || undefined}>
          {isSending ? split.busy : isEntering ? <EnterLabel goOn="send" /> : submit}
        </button>
        <p className="quiet">{messages().editing.save.licence}</p>
      </div>
    </form>
  )
}

/** Which of the two statements a source backs. */
function Sides({ name, citation, words }: { name: string; citation: string; words: Record<string, string> }) {
  const { split } = messages().facts
  const sides = { both: split.both, first: split.firstAlone, second: split.secondAlone }
  return (
    <fieldset className="split-sides">
      <legend dir="auto">{citation}</legend>
      <div>
        {Object.entries(sides).map(([side, label]) => (
          <label key={side}>
            <input type="radio" name={name} value={side} defaultChecked={(words[name] ?? 'both') === side} />{' '}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
