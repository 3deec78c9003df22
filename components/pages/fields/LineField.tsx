'use client'
import { useMemo } from 'react'
import { LineEditor } from '@/components/editor/LineEditor'
import { readField } from '@/lib/fields/read-field'
import type { TypedValue } from '@/lib/fields/typed-value'
import { understood } from '@/lib/fields/understood'
import { messages } from '@/lib/messages/messages'
import type { FieldInputProps } from './field-input-props'

/** A line of text, with what is understood of it below where the field has a type. */
export function LineField({ id, field, language, value, onChange, problem }: FieldInputProps) {
  const texts = messages().editing.page
  const { type, unit, help, label, isRequired } = field
  const isRead = type !== 'text' && type !== 'line'
  const hint = [help, unit && texts.unitHint(unit)].filter(Boolean).join(' ')
  return (
    <div className="infobox-field">
      <LineEditor
        id={id}
        label={isRequired ? texts.requiredField(label) : label}
        placeholder=""
        describedBy={`${id}-hint ${id}-read`}
        naming={type === 'page' || type === 'pages' ? type : undefined}
        value={value}
        onChange={onChange}
        problem={problem}
      />
      {hint !== '' && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {isRead && <Understood id={`${id}-read`} field={field} value={value} language={language} />}
    </div>
  )
}

/** What is understood of a value, in a line that is there from the beginning, so that nothing moves while one types. */
function Understood({
  id,
  field,
  value,
  language,
}: Pick<FieldInputProps, 'id' | 'field' | 'value' | 'language'>) {
  const { editing, fields } = messages()
  const { fits, said } = useMemo(() => {
    const reading = readField(field, value, language)
    return { fits: reading.fits, said: reading.values.every(isLink) ? null : understood(field, reading) }
  }, [field, value, language])
  return (
    <p id={id} className={fits ? 'understood' : 'understood is-unfit'} dir="auto">
      {fits ? said && editing.page.understood(said) : fields.unfitShort[field.type]}
    </p>
  )
}

/** Whether a value shows by itself which page it names. */
const isLink = (value: TypedValue) => value.kind === 'page' && 'page' in value
