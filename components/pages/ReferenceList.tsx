import { RecordLine } from '@/components/citations/RecordLine'
import { SourceLink } from '@/components/citations/SourceLink'
import type { Records } from '@/lib/citations/records'
import type { Reference } from '@/lib/citations/references'
import { messages } from '@/lib/messages/messages'

/** The maximum number of back links shown for one source. */
const MOST_WAYS_BACK = 8
/** So many of the words that the page quotes from one. */
const MOST_QUOTES = 2

/** A page's numbered sources, each with links back to where it is used. */
export function ReferenceList({
  references,
  records,
  within = '',
}: {
  references: Reference[]
  records: Records
  within?: string
}) {
  const { sources } = messages()
  return (
    <ol className="references">
      {references.map((reference) => {
        const record = records.get(reference.source)
        return (
          <li key={reference.number} id={`${within}ref-${reference.number}`}>
            {record ? <RecordLine record={record} /> : sources.gone}
            {reference.locators.length > 0 && ` ${reference.locators.slice(0, MOST_WAYS_BACK).join(', ')}.`}
            {reference.quotes.slice(0, MOST_QUOTES).map((quote) => (
              <q key={quote} dir="auto">
                {quote}
              </q>
            ))}
            <span className="outward">
              {record && <SourceLink record={record} />}
              {record?.archiveUrl && (
                <a className="out" href={record.archiveUrl} rel="nofollow">
                  {sources.archivedShort}
                </a>
              )}
              {reference.isOriginal && <span className="quiet">{sources.firstHand}</span>}
              <WaysBack reference={reference} within={within} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function WaysBack({ reference: { number, uses }, within }: { reference: Reference; within: string }) {
  const { reading } = messages()
  if (uses.length === 1)
    return (
      <a className="back" href={`#${within}cite-${number}-a`} aria-label={reading.backToText}>
        ↑
      </a>
    )
  return (
    <span className="back">
      ↑
      {uses.slice(0, MOST_WAYS_BACK).map(({ letter }) => (
        <a key={letter} href={`#${within}cite-${number}-${letter}`} aria-label={reading.backTo(letter)}>
          {letter}
        </a>
      ))}
      {uses.length > MOST_WAYS_BACK && '…'}
    </span>
  )
}
