import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { Messages } from '@/lib/messages/widened'
import type { RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'
import '@/components/styles/history.css'

/** The entry that was edited, as a link; one that is known by its title needs no number. */
export function EntryOfLine({ line: { entry } }: { line: RevisionLine }) {
  const numbered = kindOf(entry.kind).texts().numbered(entry.number)
  return (
    <>
      <a href={entry.path} dir="auto">
        {entry.label}
      </a>
      {numbered && <span className="quiet">{numbered}</span>}
    </>
  )
}

/** The edit summary. */
export function Summary({ line: { summary } }: { line: RevisionLine }) {
  const { history } = messages()
  if (summary === null) return <span className="withheld">{history.hiddenSummary}</span>
  if (summary === '') return <span className="quiet">{history.noSummary}</span>
  return (
    <q className="summary" dir="auto">
      {summary}
    </q>
  )
}

/** The kinds of change, then the change in length. */
export function ChangeKinds({ line }: { line: RevisionLine }) {
  const { history } = messages()
  const { via, touches, number, words, growth } = line
  const deeds = [
    number === 1 ? history.created : '',
    number > 1 && touches.length ? history.touched(touches.map(classInWords)) : '',
    history.via[via],
    line.isMinor ? history.minor : '',
    words === null ? history.hiddenText : history.words(words),
    growth === null || words === null ? '' : history.growth(growth),
  ]
  return <span className="deeds">{deeds.filter(Boolean).join(' · ')}</span>
}

const classInWords = (touched: string) =>
  touched in messages().history.touches
    ? messages().history.touches[touched as keyof Messages['history']['touches']]
    : touched

/** Links of a revision: its diff, the diff to the current version, revert, report. */
export function RevisionLinks({ line, headId }: { line: RevisionLine; headId?: number | null }) {
  const { history } = messages()
  const isOlder = headId !== undefined && headId !== null && headId !== line.id
  return (
    <span className="ways">
      {line.number > 1 && (
        <a href={paths.revert(line.id)} data-for="writers" rel="nofollow">
          {history.revert}
        </a>
      )}
      <a href={paths.diff(line.previousId, line.id)}>
        {line.number === 1 ? history.firstText : history.withPrevious}
      </a>
      {isOlder && <a href={paths.diff(line.id, headId)}>{history.withCurrent}</a>}
      <a href={paths.revision(line.id)}>{history.asItWas}</a>
      {line.author.by === 'account' && (
        <a
          href={paths.thank(line.id)}
          data-for="writers"
          rel="nofollow"
          aria-label={messages().thanks.linkFor(line.author.name)}
        >
          {messages().thanks.link}
        </a>
      )}
      <a className="report" href={paths.fileReport({ revision: line.id })} rel="nofollow">
        {messages().reports.rowLink}
      </a>
    </span>
  )
}
