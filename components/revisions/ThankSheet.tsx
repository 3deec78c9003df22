import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { ThankPage } from '@/lib/revisions/thanks/loaders'
import { paths } from '@/lib/routes'
import { ChangeKinds, Summary } from './RevisionParts'
import '@/components/styles/forms.css'
import '@/components/styles/history.css'

/** An edit, and one press to thank for it. */
export function ThankSheet({ page: { line, whyNot } }: { page: ThankPage }) {
  const texts = messages().thanks
  const { author, entry } = line
  const name = author.by === 'hidden' ? '' : author.name
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <span className="eyebrow">{texts.title}</span>
      <h1 className="title small" dir="auto">
        {entry.label}
      </h1>
      <p>
        <bdi>{name}</bdi> · <time dateTime={line.at.toISOString()}>{messages().history.moment(line.at)}</time>{' '}
        · <Summary line={line} /> · <ChangeKinds line={line} />
      </p>
      {whyNot === null ? (
        <form method="post" action={paths.changeThanks()} className="form">
          <input type="hidden" name="revisionId" value={line.id} />
          <p className="quiet">{texts.intro(name)}</p>
          <button type="submit" className="btn yes">
            {texts.submit}
          </button>
        </form>
      ) : (
        <p className="note" role="status">
          {whyNot}
        </p>
      )}
      <p className="actions">
        <a href={paths.diff(line.previousId, line.id)}>{texts.toChange}</a>
        <a href={entry.path}>{texts.toHistory}</a>
      </p>
    </StaticHtml>
  )
}
