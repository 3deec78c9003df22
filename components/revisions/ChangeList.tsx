import { AuthorName } from '@/components/entries/AuthorName'
import { Empty } from '@/components/ui/Empty'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { RevisionLine } from '@/lib/revisions/line'
import { ChangeKinds, RevisionLinks, Summary } from './RevisionParts'

/** Revisions of many entries by day, newest first. `isOnePerson` leaves out the authors. */
export function ChangeList({
  lines,
  empty,
  isOnePerson = false,
}: {
  lines: RevisionLine[]
  empty: string
  isOnePerson?: boolean
}) {
  const { history } = messages()
  if (lines.length === 0) return <Empty>{empty}</Empty>
  return [...byDay(lines)].map(([day, ofDay]) => (
    <section key={day} className="changes-day">
      <h2 className="eyebrow">{day}</h2>
      <ol className="changes">
        {ofDay.map((line) => (
          <li key={line.id} className="revision">
            <time dateTime={line.at.toISOString()}>{history.clock(line.at)}</time>
            <div className="told">
              <p className="where">
                <a href={line.entry.path} dir="auto">
                  {line.entry.label}
                </a>
                <Numbered entry={line.entry} />
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
        ))}
      </ol>
    </section>
  ))
}

/** An entry known by its title needs no number. */
function Numbered({ entry: { kind, number } }: Pick<RevisionLine, 'entry'>) {
  const numbered = kindOf(kind).texts().numbered(number)
  return numbered && <span className="quiet">{numbered}</span>
}

function byDay(lines: RevisionLine[]): Map<string, RevisionLine[]> {
  const days = new Map<string, RevisionLine[]>()
  for (const line of lines) {
    const day = messages().dates.dayInWords(line.at)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return days
}
