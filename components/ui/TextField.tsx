import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'children'>

/** A one-line text field. */
export function TextField({ label, hint, problem, ...input }: Props) {
  return (
    <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
      {(ties) => <input dir="auto" {...input} {...ties} />}
    </Field>
  )
}
