'use client'
import { EditForm } from '@/components/forms/EditForm'
import { useEditing } from '@/components/forms/use-editing'
import { writtenSource } from '@/lib/kinds/written/source'
import { saveSource } from '@/lib/sources/actions'
import type { EditFormData } from '@/lib/submissions/load'
import { SourceFields } from './SourceFields'
import { SourcePreviewLine } from './SourcePreviewLine'

interface Props {
  editForm: EditFormData<'source'>
  backTo: string
}

/** The form of a source. */
export default function SourceForm({ editForm, backTo }: Props) {
  const what = editForm.entryId === null ? 'source-new' : `source-${editForm.entryId}`
  const editing = useEditing(writtenSource, editForm, what, saveSource)
  return (
    <EditForm
      kind={writtenSource}
      editForm={editForm}
      editing={editing}
      look={SourcePreviewLine}
      backTo={backTo}
    >
      <SourceFields source={editing.form.content} fields={editing.fields} onChange={editing.setContent} />
    </EditForm>
  )
}
