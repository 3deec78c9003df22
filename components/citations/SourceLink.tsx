import { sourceAddress } from '@/lib/citations/address'
import type { SourceRecord } from '@/lib/citations/record'
import { messages } from '@/lib/messages/messages'

/** The link to a source itself, in words that say what it leads to; nothing where it has no address. */
export function SourceLink({ record, isButton = false }: { record: SourceRecord; isButton?: boolean }) {
  if (!record.url) return null
  const { sources, language } = messages()
  const { leadsTo, of } = sourceAddress(record.url, record)
  const words = {
    website: sources.read[record.type],
    download: sources.openFile,
    copy: sources.readCopy(of),
  }[leadsTo]
  return (
    <a className={isButton ? 'btn' : 'out'} href={record.url} rel="nofollow">
      {words}
      {isButton && leadsTo !== 'copy' && <span className="host">{of}</span>}
      {!isButton && <span aria-hidden="true"> {language.arrowOut}</span>}
    </a>
  )
}
