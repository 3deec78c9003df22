'use client'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useReferences } from '@/components/editor/citations/references'
import { LineEditor } from '@/components/editor/LineEditor'
import { PictureOf } from '@/components/editor/pictures/PictureOf'
import { PicturePicker } from '@/components/editor/pictures/PicturePicker'
import type { RichLine } from '@/lib/content/document'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { pictureOfLine } from '@/lib/pages/plate'
import type { FieldInputProps } from './field-input-props'
import { LineField } from './LineField'

/** A picture and its caption. A value that does not begin with one picture is edited as a line. */
export function ImageField(props: FieldInputProps) {
  const { id, field, value, onChange, problem } = props
  const { editing, files } = messages()
  const { remember } = useReferences()
  const [isLine] = useState(() => value.length > 0 && pictureOfLine(value) === null)
  if (isLine) return <LineField {...props} />
  const picture = pictureOfLine(value)
  const label = field.isRequired ? editing.page.requiredField(field.label) : field.label

  // What was focused is gone: the caption of a picture, and the field to choose one, have one id.
  function change(next: RichLine) {
    onChange(next)
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }

  function choose(named: Named) {
    remember(named)
    change([{ type: 'image', attrs: { file: named.id } }])
  }

  if (!picture)
    return (
      <div className="infobox-field">
        <PicturePicker
          id={id}
          label={label}
          help={field.help}
          onPick={choose}
          isInvalid={problem !== undefined}
        />
      </div>
    )
  const image = { type: 'image' as const, attrs: { file: picture.file } }
  return (
    <div className="infobox-field image-field">
      <span className="field-label">{label}</span>
      <div className="chosen">
        <PictureOf file={picture.file} />
        <button type="button" onClick={() => change([])}>
          <X size={16} aria-hidden />
          <span className="sr-only">{files.inText.remove}</span>
        </button>
      </div>
      <LineEditor
        key={picture.file}
        id={id}
        label={files.inText.caption}
        placeholder=""
        value={picture.caption}
        onChange={(caption) => onChange([image, ...caption])}
        problem={problem}
      />
    </div>
  )
}
