import type { ComponentType } from 'react'
import { formOf } from '@/components/kinds/forms'
import type { AmendmentFormData } from '@/lib/editing/load-amendment'

/** The form of a submission's kind, filled with its text. */
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
