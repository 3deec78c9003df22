import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'children'>

/** A multi-line text field. */
export function LongField({ label, hint, problem, ...area }: Props) {
  return (
    <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
      {(ties) => <textarea dir="auto" rows={5} {...area} {...ties} />}
    </Field>
  )
}
