'use client'
import { DeskFrame } from '@/components/editor/DeskFrame'
import { useEditing } from '@/components/editor/use-editing'
import type { Desk } from '@/lib/editing/load'
import { writtenSource } from '@/lib/kinds/written/source'
import { saveSource } from '@/lib/sources/actions'
import { SourceFields } from './SourceFields'

interface Props {
  desk: Desk<'source'>
  backTo: string
}

/** A source while it is described. */
export default function SourceForm({ desk, backTo }: Props) {
  const what = desk.entryId === null ? 'source-new' : `source-${desk.entryId}`
  const editing = useEditing(writtenSource, desk, what, saveSource)
  return (
    <DeskFrame kind={writtenSource} desk={desk} editing={editing} backTo={backTo}>
      <SourceFields source={editing.form.content} fields={editing.fields} onChange={editing.setContent} />
    </DeskFrame>
  )
}
