'use client'
import { CitationFields } from '@/components/editor/citations/CitationFields'
import { TextField } from '@/components/editor/Fields'
import { LineEditor, StatementEditor } from '@/components/editor/LineEditor'
import { BodyEditor, LeadEditor } from '@/components/editor/RichEditor'
import type { Citation } from '@/lib/content/citation'
import type { Block, Lead, RichLine, Statement } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import type { OwnWay } from './own-words'

interface Props {
  id: string
  way: OwnWay
  value: unknown
  onChange: (value: unknown) => void
}

/** Editor for text of one's own in place of both sides, with the same tools as the field. */
export function OwnWords({ id, way, value, onChange }: Props) {
  const shared = { id, label: messages().saving.conflict.own, placeholder: '' }
  switch (way) {
    case 'body':
      return (
        <BodyEditor
          {...shared}
          value={{ type: 'doc', content: value as Block[] }}
          onChange={({ content }) => onChange(content)}
        />
      )
    case 'lead':
      return (
        <LeadEditor
          {...shared}
          value={{ type: 'doc', content: value as Lead['content'] }}
          onChange={({ content }) => onChange(content)}
        />
      )
    case 'line':
      return <LineEditor {...shared} value={(value ?? []) as RichLine} onChange={onChange} />
    case 'statement':
      return <StatementEditor {...shared} value={(value ?? []) as Statement} onChange={onChange} />
    case 'citation':
      return <CitationFields id={id} citation={value as Citation} onChange={onChange} />
    case 'words':
      return (
        <TextField
          id={id}
          label={shared.label}
          value={(value as string | null) ?? ''}
          onChange={(words) => onChange(words || null)}
        />
      )
  }
}
