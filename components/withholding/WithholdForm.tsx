'use client'
import { ActionForm, type Filled } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { withholdAction } from '@/lib/withholding/actions'
import type { WithheldStrength } from '@/lib/withholding/strength'

const parts = () => Object.entries(messages().withholding.form.part)

interface Props {
  entryId: number
  range: { from: number; to: number }
  strengths: WithheldStrength[]
  words: string
}

/** Hides, suppresses or erases parts of a range of versions. */
export function WithholdForm({ entryId, range, strengths, words }: Props) {
  const texts = messages().withholding.form
  const choices = Object.fromEntries(strengths.map((strength) => [strength, texts.strengths[strength]]))
  return (
    <ActionForm action={withholdAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <div className="field-row">
            <End name="from" label={texts.from} value={range.from} filled={filled} />
            <End name="to" label={texts.to} value={range.to} filled={filled} />
          </div>
          <Parts filled={filled} />
          <Choices
            legend={texts.strength}
            name="strength"
            choices={choices}
            chosen={filled.typed('strength') ?? 'hidden'}
            problem={filled.problem('strength')}
          />
          <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
          {strengths.includes('erased') && (
            <TextField
              label={texts.words}
              name="words"
              hint={texts.wordsHint}
              defaultValue={filled.typed('words') ?? words}
              problem={filled.problem('words')}
              autoComplete="off"
            />
          )}
        </>
      )}
    </ActionForm>
  )
}

function End(props: { name: 'from' | 'to'; label: string; value: number; filled: Filled }) {
  return (
    <TextField
      label={props.label}
      name={props.name}
      defaultValue={props.filled.typed(props.name) ?? props.value}
      problem={props.filled.problem(props.name)}
      inputMode="numeric"
      autoComplete="off"
      required
    />
  )
}

function Parts({ filled: { typed, problem } }: { filled: Filled }) {
  // Of several fields of one name only the last value comes back, so a choice of parts is not restored: hiding
  // something by mistake would be worse than choosing again.
  const isAnswered = typed('entryId') !== undefined
  return (
    <fieldset className="choices">
      <legend>{messages().withholding.form.parts}</legend>
      {parts().map(([part, words]) => (
        <label key={part}>
          <input
            type="checkbox"
            name="parts"
            value={part}
            defaultChecked={isAnswered ? typed('parts') === part : part === 'text'}
          />
          <span>{words}</span>
        </label>
      ))}
      {problem('parts') && <p className="problem">{problem('parts')}</p>}
    </fieldset>
  )
}
