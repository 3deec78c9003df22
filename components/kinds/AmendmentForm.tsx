import type { ComponentType } from 'react'
import { formOf } from '@/components/kinds/forms'
import type { AmendmentFormData } from '@/lib/editing/load-amendment'

/** The form that a submission was written with, with its text in it. */
export function AmendmentForm({
  form: { kind, editForm },
  backTo,
}: {
  form: AmendmentFormData
  backTo: string
}) {
  const Editor = formOf(kind).Editor as ComponentType<{ editForm: typeof editForm; backTo: string }>
  return <Editor editForm={editForm} backTo={backTo} />
}
