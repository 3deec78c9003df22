import { Notice } from '@/components/ui/Notice'
import type { Comparison } from '@/lib/revisions/compare'
import type { RevisionLine } from '@/lib/revisions/line'
import { revertPath } from '@/lib/revisions/paths'
import { history } from '@/lib/texts/en/history'
import { AuthorName } from './AuthorName'
import { DiffView } from './DiffView'
import { Deeds, Summary } from './Told'

/** Two revisions of an entry compared: who, when and why, then what changed. */
export function ComparisonPage({ comparison }: { comparison: Comparison | null }) {
  if (!comparison) {
    const { diffTitle, diffLead } = history.missing
    const toRecent = [{ label: history.toRecent, path: '/recent' }]
    return <Notice title={diffTitle} lead={diffLead} actions={toRecent} />
  }
  const { before, after, diff } = comparison
  return (
    <main className="sheet history wide" id="text" data-entry={after.entry.id}>
      <a className="eyebrow" href={comparison.historyPath}>
        {history.diff.eyebrow[comparison.kind]}
      </a>
      <h1 className={comparison.kind === 'page' ? 'title' : 'title sentence'} dir="auto">
        <a href={comparison.path}>{comparison.label}</a>
      </h1>
      <p className="diff-what">
        <Summary line={after} /> <Deeds line={after} />
      </p>
      {diff ? (
        <DiffView
          diff={diff}
          before={before ? <Version line={before} /> : history.diff.nothing}
          after={<Version line={after} />}
        />
      ) : (
        <p className="empty">{history.diff.hidden}</p>
      )}
      <Steps comparison={comparison} />
    </main>
  )
}

function Version({ line }: { line: RevisionLine }) {
  return (
    <>
      <b>{history.version(line.number)}</b> ·{' '}
      <time dateTime={line.at.toISOString()}>{history.moment(line.at)}</time> ·{' '}
      <AuthorName author={line.author} />
    </>
  )
}

function Steps({ comparison }: { comparison: Comparison }) {
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
        <a className="btn" href={revertPath(after.id)} data-for="writers" rel="nofollow">
          {history.revert}
        </a>
      )}
    </nav>
  )
}
