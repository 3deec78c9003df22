'use client'
import { useState } from 'react'
import { ChoiceField } from '@/components/editor/Fields'
import type { RichLine } from '@/lib/content/document'
import { readField } from '@/lib/fields/read-field'
import { messages } from '@/lib/messages/messages'
import type { FieldInputProps } from './field-input-props'
import { LineField } from './LineField'

type Answer = 'none' | 'yes' | 'no'

/** Yes or no as a choice. A value that says more than that, or cites a source, is edited as a line. */
export function YesNoField(props: FieldInputProps) {
  const { id, field, language, value, onChange, problem } = props
  const { editing, fields } = messages()
  const [hasMore] = useState(() => value.length > 1 || answerOf(props) === null)
  if (hasMore) return <LineField {...props} />
  const words = { yes: fields.yes.word, no: fields.no.word }
  return (
    <ChoiceField<Answer>
      id={id}
      label={field.isRequired ? editing.page.requiredField(field.label) : field.label}
      hint={field.help ?? undefined}
      value={answerOf({ field, value, language }) ?? 'none'}
      options={{ none: editing.page.notSaid, ...words }}
      onChange={(answer) => onChange(answer === 'none' ? [] : lineOf(words[answer]))}
      problem={problem}
    />
  )
}

const lineOf = (text: string): RichLine => [{ type: 'text', text }]

/** Null where the line says something else, or more in a note. */
function answerOf({
  field,
  value,
  language,
}: Pick<FieldInputProps, 'field' | 'value' | 'language'>): Answer | null {
  if (value.length === 0) return 'none'
  const [read] = readField(field, value, language).values
  const [node] = value
  const isBare = node?.type === 'text' && !node.marks?.length && !node.text.includes('(')
  return read?.kind === 'boolean' && isBare ? (read.boolean ? 'yes' : 'no') : null
}
