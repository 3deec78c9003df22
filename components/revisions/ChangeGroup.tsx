import type { ReactNode } from 'react'
import { AuthorName } from '@/components/entries/AuthorName'
import { messages } from '@/lib/messages/messages'
import type { ChangesOfEntry } from '@/lib/revisions/groups'
import type { Author } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'
import { EntryOfLine } from './RevisionParts'

/** What was done to one entry on one day, as one row that opens into `rows`. */
export function ChangeGroup({ changes, rows }: { changes: ChangesOfEntry; rows: ReactNode }) {
  const { history } = messages()
  const [newest] = changes
  const oldest = changes.at(-1) ?? newest
  const isHidden = changes.some(({ words }) => words === null)
  return (
    <li className="revision">
      <time dateTime={newest.at.toISOString()}>{history.clock(newest.at)}</time>
      <div className="told">
        <p className="where">
          <EntryOfLine line={newest} />
        </p>
        <p className="where">
          {differentAuthors(changes.map(({ author }) => author)).map((author) => (
            <AuthorName key={keyOf(author)} author={author} />
          ))}
        </p>
        <p className="what">
          <span className="deeds">{history.recent.changes(changes.length)}</span>
          {!isHidden && (
            <span className="ways">
              <a href={paths.diff(oldest.previousId, newest.id)}>{history.recent.inAll}</a>
            </span>
          )}
        </p>
        <details className="each">
          <summary>{history.recent.each}</summary>
          <ol className="changes">{rows}</ol>
        </details>
      </div>
    </li>
  )
}

const keyOf = (author: Author) => (author.by === 'hidden' ? 'hidden' : `${author.by} ${author.id}`)

const differentAuthors = (authors: Author[]): Author[] => [
  ...new Map(authors.map((author) => [keyOf(author), author])).values(),
]
