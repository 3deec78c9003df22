'use client'
import { messages } from '@/lib/messages/messages'
import { countGraphemes } from '@/lib/text/graphemes'

/** Beyond this many characters too many, the exact number is not shown. */
const MOST_OVER = 100_000

interface Shared {
  id: string
  label: string
  name?: string | undefined
  hint?: string | undefined
  problem?: string | null | undefined
}

interface TextFieldProps extends Shared {
  value: string
  onChange: (value: string) => void
  isLong?: boolean | undefined
  maxLength?: number | undefined
  type?: 'text' | 'url' | 'number' | undefined
  isRequired?: boolean | undefined
}

/** A text field with hint, problem, and the remaining length once it is short. */
export function TextField(props: TextFieldProps) {
  const {
    id,
    label,
    name,
    hint,
    problem,
    value,
    onChange,
    isLong,
    maxLength,
    type = 'text',
    isRequired,
  } = props
  const left = maxLength === undefined ? null : maxLength - countGraphemes(value, maxLength + MOST_OVER)
  const shared = {
    dir: 'auto',
    id,
    name,
    value,
    required: isRequired,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': `${id}-hint ${id}-problem`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea rows={3} {...shared} /> : <input type={type} autoComplete="off" {...shared} />}
      <p id={`${id}-hint`} className="hint">
        {hint}
        {left !== null && maxLength !== undefined && left < maxLength / 5 && (
          <span className={left < 0 ? 'room is-over' : 'room'}> {messages().editing.room(left)}</span>
        )}
      </p>
      <Problem id={id} text={problem} />
    </div>
  )
}

/** A problem at its field, announced when it appears. */
export function Problem({ id, text }: { id: string; text?: string | null | undefined }) {
  return (
    <p id={`${id}-problem`} role="alert" className="problem">
      {text}
    </p>
  )
}

interface ChoiceFieldProps<Value extends string> extends Shared {
  value: Value
  options: Record<Value, string>
  onChange: (value: Value) => void
}

/** A choice from a few options. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { id, label, name, hint, problem, value, options, onChange } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {(Object.entries(options) as [Value, string][]).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <Problem id={id} text={problem} />
    </div>
  )
}

interface TickFieldProps extends Shared {
  isTicked: boolean
  onChange: (isTicked: boolean) => void
}

/** A checkbox with an explanation. */
export function TickField({ id, label, name, hint, problem, isTicked, onChange }: TickFieldProps) {
  return (
    <div className="field tick">
      <label htmlFor={id}>
        <input
          id={id}
          name={name}
          type="checkbox"
          checked={isTicked}
          aria-describedby={`${id}-hint ${id}-problem`}
          onChange={(event) => onChange(event.target.checked)}
        />{' '}
        {label}
      </label>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <Problem id={id} text={problem} />
    </div>
  )
}
