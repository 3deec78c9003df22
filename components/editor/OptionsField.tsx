'use client'

interface Props<Value extends string> {
  id: string
  label: string
  value: Value
  options: Record<Value, string>
  onChange: (value: Value) => void
}

/** A question with a few answers of equal weight, all in sight. */
export function OptionsField<Value extends string>({ id, label, value, options, onChange }: Props<Value>) {
  return (
    <fieldset className="options-field">
      <legend>{label}</legend>
      <div className="options">
        {(Object.entries(options) as [Value, string][]).map(([key, words]) => (
          <label key={key}>
            <input type="radio" name={id} checked={key === value} onChange={() => onChange(key)} /> {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
