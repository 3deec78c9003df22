'use client'
import { useState } from 'react'
import { Problem } from '@/components/editor/Fields'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import type { FieldChoice, KindChoice } from '@/lib/pages/load-for-editing'
import { FieldGate } from './fields/FieldGate'
import { FieldInput } from './fields/FieldInput'

type Infobox = PageContent['infobox']
type Gates = NonNullable<PageContent['gates']>

interface Props {
  kinds: readonly KindChoice[]
  kind: KindChoice | undefined
  infobox: Infobox
  gates: Gates
  /** The page's language, by whose words values are read (BCP 47). */
  language: string
  fields: Record<string, string>
  onChange: (infobox: Infobox) => void
  onGates: (gates: Gates) => void
}

/** How many empty fields a new page shows at first. */
const FEW = 6

/**
 * The infobox's fields under their headings: those with a value and those that are needed first, the others folded.
 * Values of fields that the kind does not have stay until they are emptied.
 */
export function InfoboxFields({ kinds, kind, infobox, gates, language, fields, onChange, onGates }: Props) {
  const texts = messages().editing.page
  const known = kind?.fields ?? []
  const all = [...known, ...otherFields(kinds, known, infobox)]
  // A field that had a value when the form opened keeps its place, even when emptied.
  const [filled] = useState(() => new Set(Object.keys(infobox)))
  const isFirst = ({ key, isRequired }: FieldChoice) => filled.has(key) || isRequired
  const [first, more] = [all.filter(isFirst), all.filter((field) => !isFirst(field))]
  const [isOpen, setIsOpen] = useState(filled.size === 0 && more.length <= FEW)

  function set(key: string, value: Infobox[string]) {
    const { [key]: _, ...rest } = infobox
    onChange(value.length > 0 ? { ...rest, [key]: value } : rest)
  }

  const under = (shown: FieldChoice[]) =>
    headingsOf(shown).map((heading) => (
      <Section key={heading ?? ''} heading={heading}>
        {shown
          .filter(({ section }) => section === heading)
          .map((field) => (
            <div key={field.key}>
              <FieldInput
                id={`field-infobox-${field.key}`}
                field={field}
                language={language}
                value={infobox[field.key] ?? []}
                onChange={(value) => set(field.key, value)}
                problem={fields[`infobox.${field.key}`]}
              />
              <FieldGate
                id={`field-gates-${field.key}`}
                label={field.label}
                gate={gates[field.key]}
                problem={fields[`gates.${field.key}`]}
                onChange={(gate) => onGates({ ...gates, [field.key]: gate })}
              />
            </div>
          ))}
      </Section>
    ))

  if (!kind && all.length === 0) return null
  return (
    <aside className="box infobox-form" aria-labelledby="infobox-label">
      <h2 id="infobox-label" className="eyebrow">
        {texts.infobox}
      </h2>
      <Problem id="field-infobox" text={fields.infobox} />
      {all.length === 0 && <p className="quiet">{texts.infoboxEmpty}</p>}
      {under(first)}
      {more.length > 0 && (
        <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{texts.infoboxMore(more.length)}</summary>
          {isOpen && <div className="infobox-more">{under(more)}</div>}
        </details>
      )}
    </aside>
  )
}

/** Fields under one heading, or under none. */
function Section({ heading, children }: { heading: string | null; children: React.ReactNode }) {
  if (heading === null) return children
  return (
    <fieldset className="infobox-section">
      <legend>{heading}</legend>
      {children}
    </fieldset>
  )
}

/** The headings of these fields in order; what stands under none comes first. */
const headingsOf = (fields: readonly FieldChoice[]): (string | null)[] => {
  const headings = [...new Set(fields.map(({ section }) => section))]
  return headings.toSorted((one, other) => Number(one !== null) - Number(other !== null))
}

/** What the page still says in fields of another kind, by the names that they have there. */
function otherFields(
  kinds: readonly KindChoice[],
  known: readonly FieldChoice[],
  infobox: Infobox,
): FieldChoice[] {
  const texts = messages().editing.page
  const elsewhere = kinds.flatMap(({ fields }) => fields)
  return Object.keys(infobox)
    .filter((key) => !known.some((field) => field.key === key))
    .map((key) => {
      const label = elsewhere.find((field) => field.key === key)?.label ?? key.replaceAll('_', ' ')
      return {
        ...{ key, type: 'line', unit: null, isRequired: false, help: null, section: null },
        label: texts.infoboxKept(label),
      }
    })
}
