'use client'
import { Problem, TextField, TickField } from '@/components/editor/Fields'
import { EntryList } from '@/components/editor/suggest/EntryList'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import type { KindChoice } from '@/lib/pages/load-for-editing'

interface Props {
  kinds: KindChoice[]
  kind: KindChoice | undefined
  content: PageContent
  fields: Record<string, string>
  onChange: (part: Partial<PageContent>) => void
}

/** The page's kind, and the fields that only pages of that kind have. */
export function KindFields({ kinds, kind, content, fields, onChange }: Props) {
  const texts = messages().editing.page
  function choose(key: string) {
    const next = kinds.find((one) => one.key === key)
    onChange({
      kind: key,
      isLiving: next?.isPerson ? (content.isLiving ?? true) : null,
      ordinal: next?.hasOrdinal ? content.ordinal : null,
    })
  }

  return (
    <div className="kind-fields">
      <div className="field">
        <label htmlFor="field-kind">{texts.kind}</label>
        <select
          id="field-kind"
          value={content.kind}
          aria-invalid={fields.kind ? true : undefined}
          aria-describedby="field-kind-problem"
          onChange={(event) => choose(event.target.value)}
        >
          {!kind && <option value={content.kind}>{texts.chooseKind}</option>}
          {kinds.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <Problem id="field-kind" text={fields.kind} />
      </div>
      {kind?.isPerson && (
        <TickField
          id="field-living"
          label={texts.isLiving}
          hint={texts.isLivingHint}
          isTicked={content.isLiving !== false}
          onChange={(isLiving) => onChange({ isLiving })}
        />
      )}
      {kind?.hasOrdinal && (
        <OrdinalFields
          ordinal={content.ordinal}
          label={kind.placeLabel ?? texts.work}
          fields={fields}
          onChange={onChange}
        />
      )}
    </div>
  )
}

type Ordinal = PageContent['ordinal']
type OrdinalProps = Pick<Props, 'fields' | 'onChange'> & { ordinal: Ordinal; label: string }

/** The position of a season, episode or volume in its work. 0 means missing; the server refuses it. */
function OrdinalFields({ ordinal, label, fields, onChange }: OrdinalProps) {
  const texts = messages().editing.page
  const { work, number } = ordinal ?? { work: 0, number: 0 }
  const set = (next: NonNullable<Ordinal>) =>
    onChange({ ordinal: next.work === 0 && next.number === 0 ? null : next })
  return (
    <div className="field-row" data-invalid={fields['ordinal.work'] ? '' : undefined}>
      <EntryList
        id="field-work"
        label={label}
        hint={texts.workHint}
        kinds={['page']}
        ids={work ? [work] : []}
        onChange={(ids) => set({ work: ids[0] ?? 0, number })}
        most={1}
      />
      <Problem id="field-work" text={fields['ordinal.work']} />
      <TextField
        id="field-ordinal"
        type="number"
        label={texts.ordinal}
        value={ordinal ? String(number) : ''}
        problem={fields['ordinal.number'] ?? fields.ordinal}
        onChange={(value) => set({ work, number: Math.max(0, Math.trunc(Number(value) || 0)) })}
      />
    </div>
  )
}
