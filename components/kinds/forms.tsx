import type { ComponentType } from 'react'
import { FactEditor } from '@/components/facts/FactEditor'
import { FileEditor } from '@/components/files/FileEditor'
import { PageEditor } from '@/components/pages/PageEditor'
import { SourceEditor } from '@/components/sources/SourceEditor'
import type { ContentKind } from '@/lib/kinds/registry'
import type { FormDataOf } from '@/lib/views/all'

interface Form<K extends ContentKind> {
  Editor: ComponentType<{ editForm: FormDataOf[K]; backTo: string }>
  /** Shown beside the form, such as the waiting edit that this one is based on. */
  isWide: boolean
}

const forms: { [K in ContentKind]: Form<K> } = {
  page: { Editor: (props) => <PageEditor {...props} section={null} />, isWide: true },
  fact: { Editor: FactEditor, isWide: false },
  source: { Editor: SourceEditor, isWide: false },
  file: { Editor: FileEditor, isWide: false },
}

/** The edit form for each kind of entry. */
export const formOf = <K extends ContentKind>(kind: K): Form<K> => forms[kind]
