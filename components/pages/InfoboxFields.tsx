'use client'
import { useState } from 'react'
import { Problem } from '@/components/editor/Fields'
import { LineEditor } from '@/components/editor/LineEditor'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import type { KindChoice } from '@/lib/pages/load-for-editing'

type Infobox = PageContent['infobox']

interface Props {
  kind: KindChoice | undefined
  infobox: Infobox
  fields: Record<string, string>
  onChange: (infobox: Infobox) => void
}

/** How many empty fields a new page shows at first. */
const FEW = 6

/** The infobox's fields. Values of fields that the kind no longer has stay until they are emptied. */
export function InfoboxFields({ kind, infobox, fields, onChange }: Props) {
  const texts = messages().editing.page
  const known = kind?.fields ?? []
  const others = Object.keys(infobox)
    .filter((key) => !known.some((field) => field.key === key))
    .map((key) => ({ key, label: texts.infoboxKept(key) }))
  const all = [...known, ...others]
  // A field that had a value when the form opened keeps its place, even when emptied.
  const [filled] = useState(() => new Set(Object.keys(infobox)))
  const [isOpen, setIsOpen] = useState(filled.size === 0 && all.length <= FEW)
  const empty = all.filter(({ key }) => !filled.has(key))

  function set(key: string, value: Infobox[string]) {
    const { [key]: _, ...rest } = infobox
    onChange(value.length > 0 ? { ...rest, [key]: value } : rest)
  }

  const line = ({ key, label }: { key: string; label: string }) => (
    <LineEditor
      key={key}
      id={`field-infobox-${key}`}
      label={label}
      placeholder={texts.valuePlaceholder}
      value={infobox[key] ?? []}
      onChange={(value) => set(key, value)}
      problem={fields[`infobox.${key}`]}
    />
  )

  if (!kind && all.length === 0) return null
  return (
    <aside className="box infobox-form" aria-labelledby="infobox-label">
      <h2 id="infobox-label" className="eyebrow">
        {texts.infobox}
      </h2>
      <Problem id="field-infobox" text={fields.infobox} />
      {all.length === 0 && <p className="quiet">{texts.infoboxEmpty}</p>}
      {all.filter(({ key }) => filled.has(key)).map(line)}
      {empty.length > 0 && (
        <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{texts.infoboxMore(empty.length)}</summary>
          {isOpen && <div className="infobox-more">{empty.map(line)}</div>}
        </details>
      )}
    </aside>
  )
}
