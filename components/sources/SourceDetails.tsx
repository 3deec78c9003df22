import type { ReactNode } from 'react'
import { RecordLine } from '@/components/citations/RecordLine'
import { SourceLink } from '@/components/citations/SourceLink'
import { Details } from '@/components/entries/Details'
import { messages } from '@/lib/messages/messages'
import type { SourceView } from '@/lib/sources/view'

/** The record, line by line; unknown fields are left out. */
export function SourceDetails({ source }: { source: SourceView }) {
  const labels = messages().sources.record
  const { record, content } = source
  const lines: [string, ReactNode][] = [
    [labels.type, messages().sources.type[content.type]],
    [labels.authors, record.authors],
    [labels.publisher, record.publisher],
    [labels.language, content.language && messages().language.nameOf(content.language)],
    [labels.doi, content.doi && <a href={`https://doi.org/${encodeURI(content.doi)}`}>{content.doi}</a>],
    [labels.isbn, content.isbn],
    [labels.issued, record.issued && messages().dates.partialDateInWords(record.issued)],
    [labels.via, record.via],
    [labels.derivedFrom, origin(source)],
    [messages().captures.source.label, source.seen && <Seen seen={source.seen} />],
  ]
  return (
    <>
      <Details lines={lines} />
      {content.title && content.description && <p dir="auto">{content.description}</p>}
      <Addresses source={source} />
    </>
  )
}

function origin({ content, derivedFrom, work }: SourceView): ReactNode {
  if (content.derivedFrom.kind === 'none') return messages().sources.original
  if (content.derivedFrom.kind === 'work' && work)
    return (
      <>
        {messages().sources.workOf} <a href={work.path}>{work.label}</a>
      </>
    )
  if (content.derivedFrom.kind === 'work') return messages().sources.work
  return derivedFrom && <RecordLine record={derivedFrom} />
}

/** Whether its page was there, of how many quotations the words were, and the copy of a page that is gone. */
function Seen({ seen }: { seen: NonNullable<SourceView['seen']> }) {
  const { source } = messages().captures
  const { state, lookedAt, found, missing, archiveUrl } = seen
  return (
    <>
      {lookedAt && source[state](lookedAt)}
      {found + missing > 0 && ` ${source.words(found, missing)}`}
      {state === 'dead' && archiveUrl && (
        <>
          {' '}
          <a href={archiveUrl} rel="nofollow">
            {source.archived}
          </a>
        </>
      )}
    </>
  )
}

function Addresses({ source: { record } }: { source: SourceView }) {
  const { sources } = messages()
  if (!record.url && !record.archiveUrl) return null
  return (
    <p className="actions">
      <SourceLink record={record} isButton />
      {record.archiveUrl && (
        <a className="btn" href={record.archiveUrl} rel="nofollow">
          {sources.archived}
        </a>
      )}
    </p>
  )
}
