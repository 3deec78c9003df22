'use client'
import { useState } from 'react'
import { useReferences } from '@/components/editor/references'
import type { ContentKind, ContentOf } from '@/lib/content/content'
import type { MergeConflict } from '@/lib/content/merge'
import { editing } from '@/lib/texts/en/editing'
import { fieldName } from './field-name'
import { type Choice, resolveConflict } from './resolve'
import { wordsOf } from './words-of'

export interface OpenConflict<K extends ContentKind> {
  merged: ContentOf[K]
  headNumber: number
  conflicts: MergeConflict[]
}

interface Props<K extends ContentKind> {
  conflict: OpenConflict<K>
  onResolve: (content: ContentOf[K], baseNumber: number) => void
}

const texts = editing.conflict

/** Both texts of every place where two edits met, and what was there before. Nothing typed is lost: each can be taken. */
export function ConflictScreen<K extends ContentKind>({ conflict, onResolve }: Props<K>) {
  const { nameOf } = useReferences()
  const [choices, setChoices] = useState<Choice[]>(() => conflict.conflicts.map(() => 'yours'))

  function resolve() {
    const content = conflict.conflicts.reduce(
      (merged, one, index) => resolveConflict<K>(merged, one, choices[index] ?? 'yours'),
      conflict.merged,
    )
    onResolve(content, conflict.headNumber)
  }

  const name = (id: number) => nameOf(id)?.label ?? editing.unnamed
  return (
    <section className="conflict-screen" aria-labelledby="conflict-title" data-refusal tabIndex={-1}>
      <h2 id="conflict-title">{texts.title}</h2>
      <p>{texts.intro}</p>
      {conflict.conflicts.map((one, index) => (
        <fieldset key={`${one.field}.${one.blockId ?? index}`} className="conflict">
          <legend>{fieldName(one)}</legend>
          <details>
            <summary>{texts.base}</summary>
            <blockquote>{wordsOf(one.base, name) || texts.empty}</blockquote>
          </details>
          <div className="versus">
            {(['theirs', 'yours'] as const).map((side) => (
              <div key={side}>
                <span className="eyebrow">{texts[side]}</span>
                <p className="conflict-words">{wordsOf(one[side], name) || texts.empty}</p>
              </div>
            ))}
          </div>
          <div className="conflict-choices">
            {choicesFor(one).map(([choice, words]) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`conflict-${index}`}
                  checked={choices[index] === choice}
                  onChange={() => setChoices(choices.with(index, choice))}
                />{' '}
                {words}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button type="button" className="btn yes" onClick={resolve}>
        {texts.done}
      </button>
    </section>
  )
}

function choicesFor({ blockId, theirs, yours }: MergeConflict): [Choice, string][] {
  const both: [Choice, string][] = blockId !== undefined && theirs && yours ? [['both', texts.both]] : []
  return [['theirs', texts.keepTheirs], ['yours', texts.keepYours], ...both]
}
