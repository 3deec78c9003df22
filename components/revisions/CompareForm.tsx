import { AuthorName } from '@/components/entries/AuthorName'
import { messages } from '@/lib/messages/messages'
import type { RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'
import { ChangeKinds, RevisionLinks, Summary } from './RevisionParts'

/** An entry's revisions, two of which can be chosen and compared, also without JavaScript. */
export function CompareForm({ lines, headId }: { lines: RevisionLine[]; headId: number | null }) {
  const { history } = messages()
  const canCompare = lines.length > 1
  return (
    <form className="history-form" action={paths.compare()} method="get">
      <ol className="revisions" reversed start={lines[0]?.number}>
        {lines.map((line, index) => (
          <li key={line.id} className="revision" id={`r${line.number}`}>
            {canCompare && (
              <span className="choose">
                <input
                  type="radio"
                  name="a"
                  value={line.id}
                  defaultChecked={index === 1}
                  aria-label={history.older(line.number)}
                />
                <input
                  type="radio"
                  name="b"
                  value={line.id}
                  defaultChecked={index === 0}
                  aria-label={history.newer(line.number)}
                />
              </span>
            )}
            <div className="told">
              <p className="when">
                <time dateTime={line.at.toISOString()}>{history.moment(line.at)}</time>
                <AuthorName author={line.author} />
                {line.isHead && <span className="now">{history.current}</span>}
              </p>
              <p className="why">
                <Summary line={line} />
              </p>
              <p className="what">
                <ChangeKinds line={line} />
                <RevisionLinks line={line} headId={headId} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {canCompare && (
        <p className="compare">
          <button type="submit" className="yes">
            {history.compare}
          </button>
        </p>
      )}
    </form>
  )
}
