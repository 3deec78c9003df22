import '@/components/styles/cite.css'
import { env } from '@/lib/env'
import type { ContentKind } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { sharedName } from '@/lib/sharing/entries'

const FORMATS = ['txt', 'bib', 'ris', 'json', 'wiki'] as const

interface Props {
  entry: { kind: ContentKind; number: number; headId: number }
}

/** How to cite an entry: the address of its current version, and files for programs that keep bibliographies. */
export function CiteThis({ entry }: Props) {
  const { cite } = messages().sharing
  const version = paths.revision(entry.headId)
  return (
    <details className="cite unfolds">
      <summary>{cite.heading}</summary>
      <p>
        <a href={version}>{(env.origin ?? '') + version}</a>
        <br />
        <span className="quiet">{cite.help}</span>
      </p>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={paths.cite(sharedName(entry.kind, entry.number, format))}>{cite.formats[format]}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
