'use client'
import { useEffect, useRef, useState } from 'react'
import { Problem } from '@/components/editor/Fields'
import { EntryPicker } from '@/components/editor/suggest/EntryPicker'
import { filledSource } from '@/lib/citations/filled-source'
import { isLookedUp, sourceOfText } from '@/lib/citations/source-line'
import { sourceKeys } from '@/lib/kinds/source-keys'
import { messages } from '@/lib/messages/messages'
import { LookUpNote } from './LookUpNote'
import { NewSourceFields } from './NewSourceFields'
import { useReferences } from './references'
import { useLookUp } from './use-look-up'

interface Props {
  id: string
  source: number | null
  /** With the place in it that its address names, such as a time. */
  onChange: (source: number | null, locator?: string | null) => void
  problem?: string | null | undefined
  autoFocus?: boolean | undefined
}

/**
 * Chooses a source of the wiki by name, or describes a new one that is saved with this edit: by its link, DOI, ISBN or in
 * words. What can be looked up is, while one writes on; what is here already takes the place of the new one.
 */
export function SourceChoice({ id, source, onChange, problem, autoFocus }: Props) {
  const texts = messages().editing.citation
  const { nameOf, remember, newSources, addSource, changeSource, writtenAs } = useReferences()
  const [asked, setAsked] = useState('')
  const found = useLookUp(asked, writtenAs)
  const box = useRef<HTMLDivElement>(null)

  /** Moves the focus to the fields of a new source, or else to the choice itself. */
  function choose(next: number | null) {
    onChange(next)
    requestAnimationFrame(() => {
      const within = (which: string) => box.current?.querySelector<HTMLElement>(which)
      const target = within('.new-source input') ?? within('.chosen button') ?? within('input')
      target?.focus()
    })
  }

  const fresh = source === null ? undefined : newSources[source]

  const use = useRef<() => void>(undefined)
  use.current = () => {
    const { answer } = found
    if (!answer || source === null || !fresh) return
    if (answer.known) {
      const { id: knownId, label, path } = answer.known
      remember({ id: knownId, kind: 'source', label, path, detail: null })
      onChange(knownId, answer.locator)
      // The fields of the new source go; whoever was in them is not left nowhere.
      const wasInside = box.current?.contains(document.activeElement)
      if (wasInside)
        requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('.chosen button')?.focus())
      return
    }
    changeSource(source, filledSource(fresh, sourceOfText(found.text), answer.source))
    if (answer.locator) onChange(source, answer.locator)
  }
  // Once for each answer, with what the fields say then.
  useEffect(() => {
    if (found.answer) use.current?.()
  }, [found.answer])

  /** The same new source twice in one edit is one. */
  function chooseText(text: string) {
    const made = sourceOfText(text)
    const keys = sourceKeys(made)
    const same = Object.entries(newSources).find(([, other]) =>
      sourceKeys(other).some((key) => keys.includes(key)),
    )
    setAsked(same ? '' : text)
    choose(same ? Number(same[0]) : addSource(made))
  }

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
          own={{ label: texts.newSource, onPick: chooseText, isWhole: isLookedUp }}
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
        <button
          type="button"
          id={fresh ? undefined : id}
          onClick={() => {
            setAsked('')
            choose(null)
          }}
        >
          {texts.another}
        </button>
      </p>
      <LookUpNote found={found} />
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
