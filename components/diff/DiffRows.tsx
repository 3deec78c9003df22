import type { DiffRow } from '@/lib/content/diff-rows'
import { messages } from '@/lib/messages/messages'
import { ComparedPictures } from './ComparedPictures'
import { inlineParts } from './inline-parts'
import { Parts } from './Parts'

/**
 * One changed passage: two columns, or one text where the screen is narrow; changes that the words do not show are
 * listed below. `absent` is shown on an empty side.
 */
export function DiffPassage({ row, absent }: { row: DiffRow; absent: string }) {
  if (row.pictures) return <ComparedPictures row={row} pictures={row.pictures} />
  if (!row.isClosed) return <Passage row={row} absent={absent} />
  return (
    <details className="diff-closed">
      <summary>{messages().history.diff.closed}</summary>
      <Passage row={row} absent={absent} />
    </details>
  )
}

/** A changed passage behind a spoiler lock: the link to where it is shown. */
export function ClosedRow({ openPath }: { openPath: string }) {
  return (
    <p className="diff-closed">
      <a href={openPath} rel="nofollow">
        {messages().history.diff.closed}
      </a>
    </p>
  )
}

function Passage({ row: { before, after, notes }, absent }: { row: DiffRow; absent: string }) {
  return (
    <div className="diff-passage">
      <div className="diff-sides">
        <Side parts={before} absent={absent} />
        <Side parts={after} absent={absent} />
      </div>
      <p className="diff-inline" dir="auto">
        <Parts parts={inlineParts(before ?? [], after ?? [])} />
      </p>
      {notes.length > 0 && (
        <ul className={after ? 'diff-notes' : 'diff-notes before'}>
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

function Side({ parts, absent }: { parts: DiffRow['before']; absent: string }) {
  if (!parts) return <p className="diff-side absent">{absent}</p>
  return (
    <p className="diff-side" dir="auto">
      <Parts parts={parts} />
    </p>
  )
}
