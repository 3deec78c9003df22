'use client'
import { Problem, TextField } from '@/components/editor/Fields'
import { GatePicker } from '@/components/editor/GatePicker'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'
import { Framing } from './Framing'
import { LicenceField } from './LicenceField'
import { PictureField } from './PictureField'
import '@/components/styles/file-form.css'

interface Props {
  accountId: number | null
  file: FileContent
  fields: Record<string, string>
  onChange: (part: Partial<FileContent>) => void
}

/** What is said of a picture. */
export function FileFields({ accountId, file, fields, onChange }: Props) {
  const { form } = messages().files
  return (
    <div className="source-form">
      <PictureField
        accountId={accountId}
        object={file.object}
        problem={fields.object}
        onUploaded={(object) => {
          if (object !== file.object) onChange({ object, crop: null, focus: null })
        }}
      />
      {file.object && <Framing key={file.object} file={file} fields={fields} onChange={onChange} />}
      <TextField
        id="field-alternative"
        label={form.alternative}
        hint={form.hints.alternative}
        value={file.alternative}
        maxLength={500}
        problem={fields.alternative}
        onChange={(alternative) => onChange({ alternative })}
      />
      <TextField
        id="field-author"
        label={form.author}
        hint={form.hints.author}
        value={file.author ?? ''}
        maxLength={200}
        problem={fields.author}
        onChange={(author) => onChange({ author: author || null })}
      />
      <LicenceField
        licence={file.licence}
        problem={fields.licence ?? fields['licence.because']}
        onChange={(licence) => onChange({ licence })}
      />
      <TextField
        id="field-source"
        label={form.source}
        hint={form.hints.source}
        value={file.source ?? ''}
        maxLength={500}
        problem={fields.source}
        onChange={(source) => onChange({ source: source || null })}
      />
      <div className="field">
        <GatePicker
          id="field-gate"
          label={form.gate}
          gate={file.gate ?? { kind: 'none' }}
          onChange={(gate) => onChange({ gate })}
          mayBeOpen
        />
        <Problem id="field-gate" text={fields.gate ?? fields['gate.page']} />
      </div>
      <TextField
        id="field-note"
        label={form.note}
        hint={form.hints.note}
        value={file.note ?? ''}
        isLong
        maxLength={4000}
        problem={fields.note}
        onChange={(note) => onChange({ note: note || null })}
      />
    </div>
  )
}
