import type { DiffRow } from '@/lib/content/diff-rows'
import { history } from '@/lib/texts/en/history'
import { inlineParts } from './inline-parts'
import { Parts } from './Parts'

/** One passage: side by side where there is room, as one text where there is not, what words do not show below. */
export function DiffPassage({ row }: { row: DiffRow }) {
  if (!row.isClosed) return <Passage row={row} />
  return (
    <details className="diff-closed">
      <summary>{history.diff.closed}</summary>
      <Passage row={row} />
    </details>
  )
}

function Passage({ row: { before, after, notes } }: { row: DiffRow }) {
  return (
    <div className="diff-passage">
      <div className="diff-sides">
        <Side parts={before} kind="before" />
        <Side parts={after} kind="after" />
      </div>
      <p className="diff-inline" dir="auto">
        <Parts parts={inlineParts(before ?? [], after ?? [])} />
      </p>
      {notes.length > 0 && (
        <ul className="diff-notes">
          {notes.map((note) => (
            <li key={note} dir="auto">
              {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Side({ parts, kind }: { parts: DiffRow['before']; kind: 'before' | 'after' }) {
  if (!parts) return <p className="diff-side absent">{history.diff.absent}</p>
  return (
    <p className={`diff-side ${kind}`} dir="auto">
      <Parts parts={parts} />
    </p>
  )
}
