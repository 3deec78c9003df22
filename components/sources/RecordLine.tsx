import type { SourceRecord } from '@/lib/sources/record'
import { partialDateInWords } from '@/lib/texts/dates'
import { sources } from '@/lib/texts/en/facts'

/** A source in one line: by whom, what, where, when, through whom. */
export function RecordLine({ record }: { record: SourceRecord }) {
  return (
    <span dir="auto">
      {record.authors && `${record.authors}. `}
      <a href={record.path}>{withStop(record.title)}</a>
      {record.publisher && (
        <>
          {' '}
          <cite>{record.publisher}</cite>
        </>
      )}
      {record.issued && `${record.publisher ? ', ' : ' '}${partialDateInWords(record.issued)}`}
      {(record.publisher || record.issued) && '.'}
      {record.via && ` ${sources.via(record.via)}.`}
    </span>
  )
}

const withStop = (title: string) => (/[.?!…]["”’']?$/.test(title) ? title : `${title}.`)
