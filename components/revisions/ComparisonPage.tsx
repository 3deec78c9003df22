import { DiffView } from '@/components/diff/DiffView'
import { AuthorName } from '@/components/entries/AuthorName'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { Notice } from '@/components/ui/Notice'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { Comparison } from '@/lib/revisions/compare'
import type { RevisionLine } from '@/lib/revisions/line'
import type { AtComparison } from '@/lib/revisions/loaders'
import { paths } from '@/lib/routes'
import { ChangeKinds, Summary } from './RevisionParts'
import '@/components/styles/history.css'
import '@/components/styles/diff.css'

/** Two revisions of an entry compared: who, when and why, then what changed. */
export function ComparisonPage({ at }: { at: AtComparison | null }) {
  const { history } = messages()
  if (!at) {
    const { diffTitle, diffLead } = history.missing
    const toRecent = [{ label: history.toRecent, path: paths.recent() }]
    return <Notice title={diffTitle} lead={diffLead} actions={toRecent} />
  }
  if ('deletion' in at) return <DeletedEntry deletion={at.deletion} />
  return <Found comparison={at} />
}

function Found({ comparison }: { comparison: Comparison }) {
  const { history } = messages()
  const { before, after, diff } = comparison
  return (
    <StaticHtml as="main" className="sheet history wide" id="text" data-entry={after.entry.id}>
      <a className="eyebrow" href={comparison.historyPath}>
        {kindOf(comparison.kind).texts().versions}
      </a>
      <h1 className={kindOf(comparison.kind).isTitled ? 'title' : 'title sentence'} dir="auto">
        <a href={comparison.path}>{comparison.label}</a>
      </h1>
      <p className="diff-what">
        <Summary line={after} /> <ChangeKinds line={after} />
      </p>
      {diff === 'withheld' && <p className="empty">{history.diff.hidden}</p>}
      {diff === 'closed' && <ClosedDiff openPath={comparison.openPath} />}
      {typeof diff === 'object' && (
        <DiffView
          diff={diff}
          before={before ? <Version line={before} /> : history.diff.nothing}
          after={<Version line={after} />}
          openPath={comparison.openPath}
        />
      )}
      <Steps comparison={comparison} />
    </StaticHtml>
  )
}

function ClosedDiff({ openPath }: { openPath: string }) {
  const { history } = messages()
  return (
    <div className="gate" role="note">
      <span>{history.diff.closedFact}</span>
      <a className="btn" href={openPath} rel="nofollow">
        {history.diff.open}
      </a>
    </div>
  )
}

function Version({ line }: { line: RevisionLine }) {
  const { history } = messages()
  return (
    <>
      <a className="version-number" href={paths.revision(line.id)}>
        {history.version(line.number)}
      </a>{' '}
      · <time dateTime={line.at.toISOString()}>{history.moment(line.at)}</time> ·{' '}
      <AuthorName author={line.author} />
    </>
  )
}

function Steps({ comparison }: { comparison: Comparison }) {
  const { history } = messages()
  const { before, after, previousPath, nextPath, historyPath } = comparison
  const isOneEdit = before !== null && before.number === after.number - 1
  return (
    <nav className="diff-steps" aria-label={history.diff.steps}>
      {previousPath && (
        <a className="btn" href={previousPath} rel="prev">
          {history.diff.previous}
        </a>
      )}
      <a className="btn" href={historyPath}>
        {history.diff.toHistory}
      </a>
      {nextPath && (
        <a className="btn" href={nextPath} rel="next">
          {history.diff.next}
        </a>
      )}
      {isOneEdit && (
        <a className="btn" href={paths.revert(after.id)} data-for="writers" rel="nofollow">
          {history.revert}
        </a>
      )}
      <a
        className="btn"
        href={paths.newThread({ entry: after.entry.id, at: paths.diff(before?.id ?? 0, after.id) })}
        rel="nofollow"
      >
        {messages().talk.discuss}
      </a>
      {isOneEdit && after.author.by === 'account' && (
        <a
          className="btn"
          href={paths.thank(after.id)}
          data-for="writers"
          rel="nofollow"
          aria-label={messages().thanks.linkFor(after.author.name)}
        >
          {messages().thanks.link}
        </a>
      )}
      <a className="btn" href={paths.fileReport({ revision: after.id })} rel="nofollow">
        {messages().reports.link}
      </a>
    </nav>
  )
}
