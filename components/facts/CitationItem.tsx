import type { ReactNode } from 'react'
import { CitationSummary } from '@/components/citations/CitationSummary'
import { RecordLine } from '@/components/citations/RecordLine'
import { SourceLink } from '@/components/citations/SourceLink'
import type { SourceRecord } from '@/lib/citations/record'
import type { Citation } from '@/lib/content/citation'
import { messages } from '@/lib/messages/messages'

interface Props {
  citation: Citation
  record: SourceRecord | undefined
  /** What else is said of it. */
  children?: ReactNode
}

/** One citation of a fact: stance, source record, and everything known about the passage. */
export function CitationItem({ citation, record, children }: Props) {
  const { sources } = messages()
  return (
    <li className={`citation ${citation.stance}`}>
      <CitationSummary citation={citation}>{record && <SourceLink record={record} />}</CitationSummary>
      <p>
        {record ? <RecordLine record={record} /> : sources.gone}
        {citation.locator && ` ${citation.locator}.`}
        {citation.via && ` (${citation.via})`}
      </p>
      {citation.quote && (
        <p className="quoted" dir="auto">
          <q>{citation.quote}</q>
        </p>
      )}
      {citation.note && (
        <p className="quiet" dir="auto">
          {citation.note}
        </p>
      )}
      {children}
    </li>
  )
}
