import type { ComponentType } from 'react'
import { FactEditor } from '@/components/facts/FactEditor'
import { PageEditor } from '@/components/pages/PageEditor'
import { SourceEditor } from '@/components/sources/SourceEditor'
import type { ContentKind } from '@/lib/kinds/registry'
import type { FormDataOf } from '@/lib/views/all'

interface Form<K extends ContentKind> {
  Editor: ComponentType<{ editForm: FormDataOf[K]; backTo: string }>
  /** Beside what is written there is more to see. */
  isWide: boolean
}

const forms: { [K in ContentKind]: Form<K> } = {
  page: { Editor: (props) => <PageEditor {...props} section={null} />, isWide: true },
  fact: { Editor: FactEditor, isWide: false },
  source: { Editor: SourceEditor, isWide: false },
}

/** The form in which entries of a kind are written. */
export const formOf = <K extends ContentKind>(kind: K): Form<K> => forms[kind]
