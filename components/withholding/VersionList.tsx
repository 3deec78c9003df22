import { AuthorName } from '@/components/entries/AuthorName'
import { ChangeKinds, Summary } from '@/components/revisions/RevisionParts'
import { messages } from '@/lib/messages/messages'
import type { RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'

/** An entry's versions, as moderators see them. */
export function VersionList({ versions, older }: { versions: RevisionLine[]; older: string | null }) {
  const { withholding: texts, history } = messages()
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{texts.versions}</h2>
      <ol className="withheld-list">
        {versions.map((line) => (
          <li key={line.id}>
            <p>
              <b>{history.version(line.number)}</b>{' '}
              <time dateTime={line.at.toISOString()}>{history.moment(line.at)}</time>{' '}
              <AuthorName author={line.author} /> {line.isHead && <b>{history.current}</b>}{' '}
              {line.author.by === 'elsewhere' && (
                <a href={paths.renameAuthor(line.author.id, { entry: line.entry.id })}>
                  {texts.renameAuthor}
                </a>
              )}
            </p>
            <p>
              <Summary line={line} />
            </p>
            <p className="quiet">
              <ChangeKinds line={line} />{' '}
              <a href={paths.diff(line.previousId, line.id)}>{history.withPrevious}</a>
            </p>
          </li>
        ))}
      </ol>
      {older && <a href={older}>{texts.olderVersions}</a>}
    </section>
  )
}
