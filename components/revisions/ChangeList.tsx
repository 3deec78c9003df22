import { AuthorName } from '@/components/entries/AuthorName'
import { Empty } from '@/components/ui/Empty'
import { messages } from '@/lib/messages/messages'
import { byDay, byEntry } from '@/lib/revisions/groups'
import type { RevisionLine } from '@/lib/revisions/line'
import { ChangeGroup } from './ChangeGroup'
import { ChangeKinds, EntryOfLine, RevisionLinks, Summary } from './RevisionParts'

/**
 * Revisions of many entries by day, newest first. `isOnePerson` leaves out the authors; with `isGrouped` what was done to
 * one entry on one day is one row.
 */
export function ChangeList({
  lines,
  empty,
  isOnePerson = false,
  isGrouped = false,
}: {
  lines: RevisionLine[]
  empty: string
  isOnePerson?: boolean
  isGrouped?: boolean
}) {
  if (lines.length === 0) return <Empty>{empty}</Empty>
  const rowOf = (line: RevisionLine) => <ChangeRow key={line.id} line={line} isOnePerson={isOnePerson} />
  return byDay(lines).map(([day, ofDay]) => (
    <section key={day} className="changes-day">
      <h2 className="eyebrow">{day}</h2>
      <ol className="changes">
        {isGrouped
          ? byEntry(ofDay).map((changes) =>
              changes.length === 1 ? (
                rowOf(changes[0])
              ) : (
                <ChangeGroup key={changes[0].id} changes={changes} rows={changes.map(rowOf)} />
              ),
            )
          : ofDay.map(rowOf)}
      </ol>
    </section>
  ))
}

function ChangeRow({ line, isOnePerson }: { line: RevisionLine; isOnePerson: boolean }) {
  const { history } = messages()
  return (
    <li className="revision">
      <time dateTime={line.at.toISOString()}>{history.clock(line.at)}</time>
      <div className="told">
        <p className="where">
          <EntryOfLine line={line} />
          {!isOnePerson && <AuthorName author={line.author} />}
          {isOnePerson && line.isHead && <span className="now">{history.current}</span>}
        </p>
        <p className="why">
          <Summary line={line} />
        </p>
        <p className="what">
          <ChangeKinds line={line} />
          <RevisionLinks line={line} />
        </p>
      </div>
    </li>
  )
}
