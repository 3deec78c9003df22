import type { ComponentType } from 'react'
import { formOf } from '@/components/kinds/forms'
import type { AmendmentDesk } from '@/lib/editing/load-amendment'

/** The form that a submission was written with, with its text in it. */
export function AmendmentForm({ form: { kind, desk }, backTo }: { form: AmendmentDesk; backTo: string }) {
  const Editor = formOf(kind).Editor as ComponentType<{ desk: typeof desk; backTo: string }>
  return <Editor desk={desk} backTo={backTo} />
}
