import { listedTitleOf, type SourceRecord } from '@/lib/citations/record'
import { messages } from '@/lib/messages/messages'

/** A source in one line: author, title, container, date, through whom. */
export function RecordLine({ record }: { record: SourceRecord }) {
  return (
    <span dir="auto">
      {record.authors && `${record.authors}. `}
      <a href={record.path}>{withStop(listedTitleOf(record))}</a>
      {record.publisher && (
        <>
          {' '}
          <cite>{record.publisher}</cite>
        </>
      )}
      {record.issued &&
        `${record.publisher ? ', ' : ' '}${messages().dates.partialDateInWords(record.issued)}`}
      {(record.publisher || record.issued) && '.'}
      {record.via && ` (${record.via})`}
    </span>
  )
}

const withStop = (title: string) => (/[.?!…]["”’']?$/.test(title) ? title : `${title}.`)
