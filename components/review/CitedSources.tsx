import { CitationSummary } from '@/components/citations/CitationSummary'
import { PassageLine } from '@/components/citations/PassageLine'
import { messages } from '@/lib/messages/messages'
import type { CaseItem, CitedSource } from '@/lib/review/case'
import '@/components/styles/factsheet.css'

/** The sources of the proposal, with links that open in a new tab. */
export function CitedSources({ item: { isRestingOnAll, citations } }: { item: CaseItem }) {
  const { review } = messages()
  if (citations.length === 0) return null
  return (
    <section className="case-sources">
      <h3 className="eyebrow">{isRestingOnAll ? review.sources.all : review.sources.added}</h3>
      <ul className="citations plain">
        {citations.map((cited, index) => {
          const key = `${cited.citation.source}.${index}`
          return <CitedSourceItem key={key} cited={cited} />
        })}
      </ul>
    </section>
  )
}

function CitedSourceItem({
  cited: { citation, record, passage, isNew, isNewSource },
}: {
  cited: CitedSource
}) {
  const { review } = messages()
  return (
    <li className={`citation ${citation.stance}`}>
      <CitationSummary citation={citation}>
        {isNew && <span className="case-first">{review.isNewCitation}</span>}
      </CitationSummary>
      <p dir="auto">
        {record ? <SourceName record={record} isNew={isNewSource} /> : review.sourceGone}
        {citation.locator && ` ${citation.locator}.`}
        {citation.via && ` ${messages().facts.via(citation.via)}.`}
      </p>
      {citation.quote && (
        <p className="quoted" dir="auto">
          <q>{citation.quote}</q>
        </p>
      )}
      <PassageLine passage={passage} locator={citation.locator} isForReview />
      {record?.url && <NewTab path={record.url} label={review.openSource} />}{' '}
      {record?.archiveUrl && <NewTab path={record.archiveUrl} label={review.openArchive} />}
    </li>
  )
}

function SourceName({ record, isNew }: { record: NonNullable<CitedSource['record']>; isNew: boolean }) {
  const details = [
    record.authors,
    record.publisher,
    record.issued && messages().dates.partialDateInWords(record.issued),
  ]
  return (
    <>
      {isNew ? <b>{record.title}</b> : <a href={record.path}>{record.title}</a>}
      {details.filter(Boolean).map((part) => ` · ${part}`)}
      {isNew && <span className="quiet"> · {messages().review.newSource}</span>}
    </>
  )
}

function NewTab({ path, label }: { path: string; label: string }) {
  return (
    <a className="out" href={path} target="_blank" rel="nofollow noopener noreferrer">
      {label} <span className="sr-only">{messages().review.opensNewTab}</span>
    </a>
  )
}
