'use client'
import { useId } from 'react'
import type { MergeConflict } from '@/lib/content/merge'
import { messages } from '@/lib/messages/messages'
import { Formatted } from './Formatted'
import { fieldName } from './field-name'
import { OwnWords } from './OwnWords'
import { firstWords, ownWayOf } from './own-words'
import type { Choice } from './resolve'
import { wordsOf } from './words-of'

interface Props {
  conflict: MergeConflict
  choice: Choice
  onChoice: (choice: Choice) => void
  name: (id: number) => string
  /** What infobox fields are called, by key. */
  infobox: Readonly<Record<string, string>>
}

/** One conflict between two edits: the base text, theirs, yours, and the choice. */
export function ConflictPlace({ conflict, choice, onChoice, name, infobox }: Props) {
  const texts = messages().saving.conflict
  const id = useId()
  const way = ownWayOf(conflict)
  const isOwn = typeof choice === 'object'
  const text = (value: unknown) =>
    wordsOf(value, name) ? <Formatted value={value} name={name} /> : <i>{texts.empty}</i>
  const option = (value: Choice, words: string, isChosen: boolean) => (
    <label key={words}>
      <input type="radio" name={id} checked={isChosen} onChange={() => onChoice(value)} /> {words}
    </label>
  )
  return (
    <fieldset className="conflict">
      <legend>{fieldName(conflict, infobox)}</legend>
      <details>
        <summary>{texts.base}</summary>
        <blockquote className="conflict-words">{text(conflict.base)}</blockquote>
      </details>
      <div className="versus">
        {(['theirs', 'yours'] as const).map((side) => (
          <div key={side}>
            <span className="eyebrow">{texts[side]}</span>
            <div className="conflict-words">{text(conflict[side])}</div>
          </div>
        ))}
      </div>
      <div className="conflict-choices">
        {option('theirs', texts.keepTheirs, choice === 'theirs')}
        {option('yours', texts.keepYours, choice === 'yours')}
        {mayBeBoth(conflict) && option('both', texts.both, choice === 'both')}
        {way && option({ own: firstWords(conflict) }, texts.write, isOwn)}
      </div>
      {way && isOwn && (
        <OwnWords id={`${id}-own`} way={way} value={choice.own} onChange={(own) => onChoice({ own })} />
      )}
    </fieldset>
  )
}

const mayBeBoth = ({ blockId, theirs, yours }: MergeConflict) =>
  blockId !== undefined && theirs !== null && yours !== null
