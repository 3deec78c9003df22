'use client'
import { Problem } from '@/components/editor/Fields'
import { LineEditor } from '@/components/editor/LineEditor'
import type { KindChoice } from '@/lib/pages/load-for-editing'
import type { PageContent } from '@/lib/pages/schema'
import { editing } from '@/lib/texts/en/editing'

type Infobox = PageContent['infobox']

interface Props {
  kind: KindChoice | undefined
  infobox: Infobox
  fields: Record<string, string>
  onChange: (infobox: Infobox) => void
}

const texts = editing.page

/** The infobox in the margin, value by value. Values of fields that the kind no longer has stay until they are emptied. */
export function InfoboxFields({ kind, infobox, fields, onChange }: Props) {
  const known = kind?.fields ?? []
  const others = Object.keys(infobox)
    .filter((key) => !known.some((field) => field.key === key))
    .map((key) => ({ key, label: texts.infoboxKept(key) }))
  const shown = [...known, ...others]

  function set(key: string, value: Infobox[string]) {
    const { [key]: _, ...rest } = infobox
    onChange(value.length > 0 ? { ...rest, [key]: value } : rest)
  }

  return (
    <aside className="box infobox-form" aria-labelledby="infobox-label">
      <h2 id="infobox-label" className="eyebrow">
        {texts.infobox}
      </h2>
      <Problem id="field-infobox" text={fields.infobox} />
      {shown.length === 0 && <p className="quiet">{texts.infoboxEmpty}</p>}
      {shown.map(({ key, label }) => (
        <LineEditor
          key={key}
          id={`field-infobox-${key}`}
          label={label}
          placeholder={texts.valuePlaceholder}
          value={infobox[key] ?? []}
          onChange={(value) => set(key, value)}
          problem={fields[`infobox.${key}`]}
        />
      ))}
    </aside>
  )
}
