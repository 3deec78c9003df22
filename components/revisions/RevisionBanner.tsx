import { AuthorName } from '@/components/entries/AuthorName'
import { messages } from '@/lib/messages/messages'
import type { Permalink } from '@/lib/revisions/permalink'
import { paths } from '@/lib/routes'
import { Summary } from './RevisionParts'

/** The banner of a version at its permalink: number, author, date, and links to other versions. */
export function RevisionBanner({ permalink }: { permalink: Permalink }) {
  const { history } = messages()
  const texts = messages().history.permalink
  const { line, previousPath, nextPath, sincePath } = permalink
  return (
    <aside className={line.isHead ? 'version' : 'version is-old'} aria-label={texts.label}>
      <p>
        <b>{history.version(line.number)}</b> ·{' '}
        <time dateTime={line.at.toISOString()}>{history.moment(line.at)}</time> ·{' '}
        <AuthorName author={line.author} />
      </p>
      <p>
        <Summary line={line} />
      </p>
      <p>{line.isHead ? texts.isCurrent : texts.isOld}</p>
      <nav aria-label={texts.ways}>
        <a href={line.entry.path}>{texts.toCurrent}</a>
        {sincePath && <a href={sincePath}>{texts.since}</a>}
        {previousPath && (
          <a href={previousPath} rel="prev">
            {texts.previous}
          </a>
        )}
        {nextPath && (
          <a href={nextPath} rel="next">
            {texts.next}
          </a>
        )}
        <a href={permalink.historyPath}>{history.diff.toHistory}</a>
        <a href={paths.newThread({ entry: line.entry.id, at: paths.revision(line.id) })} rel="nofollow">
          {messages().talk.discuss}
        </a>
      </nav>
    </aside>
  )
}
