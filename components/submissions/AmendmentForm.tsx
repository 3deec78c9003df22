import { FactEditor } from '@/components/facts/FactEditor'
import { PageEditor } from '@/components/pages/PageEditor'
import { SourceEditor } from '@/components/sources/SourceEditor'
import type { AmendmentDesk } from '@/lib/editing/load-amendment'

/** The form that a submission was written with, with its text in it. */
export function AmendmentForm({ form, backTo }: { form: AmendmentDesk; backTo: string }) {
  if (form.kind === 'page') return <PageEditor desk={form.desk} section={null} backTo={backTo} />
  if (form.kind === 'fact') return <FactEditor desk={form.desk} backTo={backTo} />
  return <SourceEditor desk={form.desk} backTo={backTo} />
}
