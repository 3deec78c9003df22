'use client'
import { EditForm } from '@/components/forms/EditForm'
import { useEditing } from '@/components/forms/use-editing'
import { writtenSource } from '@/lib/kinds/written/source'
import { saveSource } from '@/lib/sources/actions'
import type { Desk } from '@/lib/submissions/load'
import { SourceFields } from './SourceFields'
import { SourceLook } from './SourceLook'

interface Props {
  desk: Desk<'source'>
  backTo: string
}

/** A source while it is described. */
export default function SourceForm({ desk, backTo }: Props) {
  const what = desk.entryId === null ? 'source-new' : `source-${desk.entryId}`
  const editing = useEditing(writtenSource, desk, what, saveSource)
  return (
    <EditForm kind={writtenSource} desk={desk} editing={editing} look={SourceLook} backTo={backTo}>
      <SourceFields source={editing.form.content} fields={editing.fields} onChange={editing.setContent} />
    </EditForm>
  )
}
