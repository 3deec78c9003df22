import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { AskedList } from '@/lib/sources/cited-list'

const FORMATS = ['bib', 'ris', 'json'] as const

/** A list of sources as files for programs that keep bibliographies. */
export function ListFiles({ of }: { of: AskedList }) {
  const { cite } = messages().sharing
  return FORMATS.map((format, at) => (
    <span key={format}>
      {at > 0 && ' · '}
      <a href={paths.cite(`sources.${format}`, of)} rel="nofollow">
        {cite.formats[format]}
      </a>
    </span>
  ))
}
