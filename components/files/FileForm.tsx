'use client'
import { EditForm } from '@/components/forms/EditForm'
import { useEditing } from '@/components/forms/use-editing'
import { saveFile } from '@/lib/files/actions'
import { writtenFile } from '@/lib/kinds/written/file'
import type { EditFormData } from '@/lib/submissions/load'
import { FileFields } from './FileFields'
import { FilePreviewFigure } from './FilePreviewFigure'

interface Props {
  editForm: EditFormData<'file'>
  backTo: string
}

/** The form of a picture. */
export default function FileForm({ editForm, backTo }: Props) {
  const what = editForm.entryId === null ? 'file-new' : `file-${editForm.entryId}`
  const editing = useEditing(writtenFile, editForm, what, saveFile)
  return (
    <EditForm
      kind={writtenFile}
      editForm={editForm}
      editing={editing}
      look={FilePreviewFigure}
      backTo={backTo}
    >
      <FileFields
        accountId={editForm.accountId}
        file={editing.form.content}
        fields={editing.fields}
        onChange={editing.setContent}
      />
    </EditForm>
  )
}
