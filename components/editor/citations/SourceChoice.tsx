'use client'
import { useRef } from 'react'
import { Problem } from '@/components/editor/Fields'
import { EntryPicker } from '@/components/editor/suggest/EntryPicker'
import { sourceFrom } from '@/lib/kinds/schemas/empty-source'
import { messages } from '@/lib/messages/messages'
import { NewSourceFields } from './NewSourceFields'
import { useReferences } from './references'

interface Props {
  id: string
  source: number | null
  onChange: (source: number | null) => void
  problem?: string | null | undefined
  autoFocus?: boolean | undefined
}

/**
 * Chooses a source of the wiki by name, or describes a new one that is saved with this edit: by its link or in words.
 */
export function SourceChoice({ id, source, onChange, problem, autoFocus }: Props) {
  const texts = messages().editing.citation
  const { nameOf, remember, newSources, addSource, changeSource } = useReferences()
  const box = useRef<HTMLDivElement>(null)

  /** Moves the focus to the fields of a new source, or else to the choice itself. */
  function choose(next: number | null) {
    onChange(next)
    requestAnimationFrame(() => {
      const target = box.current?.querySelector<HTMLElement>('input, .chosen button')
      target?.focus()
    })
  }

  const fresh = source === null ? undefined : newSources[source]

  if (source === null) {
    return (
      <div className="source-choice" ref={box}>
        <EntryPicker
          id={id}
          label={texts.source}
          hint={texts.sourceHint}
          kinds={['source']}
          autoFocus={autoFocus}
          isInvalid={Boolean(problem)}
          onPick={(named) => {
            remember(named)
            choose(named.id)
          }}
          own={{ label: texts.newSource, onPick: (text) => choose(addSource(sourceFrom(text))) }}
        />
        <Problem id={id} text={problem} />
      </div>
    )
  }
  return (
    <div className="source-choice" ref={box}>
      <p className="chosen">
        <span className="eyebrow">{fresh ? texts.newSourceLabel : texts.source}</span>
        {!fresh && <strong>{nameOf(source)?.label ?? messages().editing.unnamed}</strong>}
        <button type="button" id={fresh ? undefined : id} onClick={() => choose(null)}>
          {texts.another}
        </button>
      </p>
      {fresh && (
        <NewSourceFields
          id={id}
          number={source}
          source={fresh}
          onChange={(next) => changeSource(source, next)}
        />
      )}
      <Problem id={id} text={problem} />
    </div>
  )
}
