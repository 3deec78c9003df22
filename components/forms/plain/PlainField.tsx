import { Problem } from '@/components/editor/Fields'

interface Props {
  name: string
  label: string
  hint?: string | undefined
  value: string
  isLong?: boolean
  problem?: string | undefined
}

/** A text field that works without JavaScript. */
export function PlainField({ name, label, hint, value, isLong, problem }: Props) {
  const id = `plain-${name}`
  const shared = {
    dir: 'auto',
    id,
    name,
    defaultValue: value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': `${id}-hint ${id}-problem`,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />}
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <Problem id={id} text={problem} />
    </div>
  )
}
