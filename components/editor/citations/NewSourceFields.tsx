'use client'
import { ChoiceField, TextField } from '@/components/editor/Fields'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'
import { useReferences } from './references'

interface Props {
  id: string
  /** The temporary id of the new source until it is saved. */
  number: number
  source: SourceContent
  onChange: (source: SourceContent) => void
}

/**
 * The fields that one usually knows at once; the rest can be added on the source's own page. What has a link is not asked
 * for a description.
 */
export function NewSourceFields({ id, number, source, onChange }: Props) {
  const texts = messages().editing.source
  const { problems } = useReferences()
  const words = (name: 'url' | 'title' | 'description' | 'publisher' | 'issued') => (
    <TextField
      id={`${id}-${name}`}
      label={texts[name]}
      hint={texts.hints[name]}
      problem={problems[`${number}.${name}`]}
      value={source[name] ?? ''}
      isLong={name === 'description'}
      type={name === 'url' ? 'url' : 'text'}
      onChange={(value) => onChange({ ...source, [name]: value || null })}
    />
  )
  return (
    <fieldset className="new-source">
      <legend className="sr-only">{messages().editing.citation.newSourceLabel}</legend>
      {words('url')}
      {words('title')}
      {(!source.url || source.description || problems[`${number}.description`]) && words('description')}
      <div className="field-row">
        {words('publisher')}
        {words('issued')}
        <ChoiceField
          id={`${id}-type`}
          label={texts.type}
          value={source.type}
          options={texts.types}
          onChange={(type) => onChange({ ...source, type })}
        />
      </div>
    </fieldset>
  )
}
