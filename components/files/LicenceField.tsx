'use client'
import { Problem, TextField } from '@/components/editor/Fields'
import type { FileLicence } from '@/lib/kinds/schemas/file'
import { namedLicences } from '@/lib/kinds/schemas/named-licences'
import { messages } from '@/lib/messages/messages'

interface Props {
  licence: FileLicence
  problem: string | undefined
  onChange: (licence: FileLicence) => void
}

/** In the order in which they are offered: one's own work first, not knowing last. */
const offered = [...namedLicences.filter((kind) => kind !== 'not-stated'), 'quotation', 'not-stated'] as const

/** Why the picture may be shown, each choice with a sentence; a quotation asks for its reason. */
export function LicenceField({ licence, problem, onChange }: Props) {
  const { licences, form } = messages().files
  return (
    <fieldset className="licence-choice">
      <legend>{form.licence}</legend>
      {offered.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="licence"
            checked={licence.kind === kind}
            aria-describedby={`licence-${kind}`}
            onChange={() => onChange(kind === 'quotation' ? { kind, because: '' } : { kind })}
          />
          <span>
            {licences[kind].name}
            <small id={`licence-${kind}`}>{licences[kind].means}</small>
          </span>
        </label>
      ))}
      {licence.kind === 'quotation' ? (
        <TextField
          id="field-because"
          label={form.because}
          hint={form.hints.because}
          value={licence.because}
          maxLength={500}
          problem={problem}
          onChange={(because) => onChange({ kind: 'quotation', because })}
        />
      ) : (
        <Problem id="field-licence" text={problem} />
      )}
    </fieldset>
  )
}
