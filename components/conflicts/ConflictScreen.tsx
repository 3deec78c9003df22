'use client'
import { useReferences } from '@/components/editor/citations/references'
import type { MergeConflict } from '@/lib/content/merge'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { ConflictPlace } from './ConflictPlace'
import { type Choice, resolveConflict } from './resolve'

export interface OpenConflict<K extends ContentKind> {
  merged: ContentOf[K]
  headNumber: number
  conflicts: MergeConflict[]
  /** What infobox fields are called, by key. */
  infobox: Readonly<Record<string, string>>
}

/** The choices made for a conflict with this version; stored with the draft, since they may contain text. */
export interface Settling {
  headNumber: number
  choices: Choice[]
}

interface Props<K extends ContentKind> {
  conflict: OpenConflict<K>
  settling: Settling | null
  onSettling: (settling: Settling) => void
  onResolve: (content: ContentOf[K], baseNumber: number) => void
}

/** All conflicts between two edits, each with base, theirs and yours. No text is lost: each side can be chosen. */
export function ConflictScreen<K extends ContentKind>(props: Props<K>) {
  const texts = messages().saving.conflict
  const { conflict, settling, onSettling, onResolve } = props
  const { conflicts, headNumber, merged } = conflict
  const { nameOf } = useReferences()
  const isSettled = settling?.headNumber === headNumber && settling.choices.length === conflicts.length
  const choices: Choice[] = isSettled ? settling.choices : conflicts.map(() => 'yours')

  function resolve() {
    const content = conflicts.reduce(
      (settled, one, index) => resolveConflict<K>(settled, one, choices[index] ?? 'yours'),
      merged,
    )
    onResolve(content, headNumber)
  }

  const name = (id: number) => nameOf(id)?.label ?? messages().editing.unnamed
  return (
    <section className="conflict-screen" aria-labelledby="conflict-title" data-refusal tabIndex={-1}>
      <h2 id="conflict-title">{texts.title}</h2>
      <p>{texts.intro}</p>
      {conflicts.map((one, index) => (
        <ConflictPlace
          key={`${one.field}.${one.blockId ?? index}`}
          conflict={one}
          choice={choices[index] ?? 'yours'}
          onChoice={(choice) => onSettling({ headNumber, choices: choices.with(index, choice) })}
          name={name}
          infobox={conflict.infobox}
        />
      ))}
      <button type="button" className="btn yes" onClick={resolve}>
        {texts.done}
      </button>
    </section>
  )
}
