import { RecordLine } from '@/components/citations/RecordLine'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { SourceList } from '@/lib/sources/loaders'

/** All sources, newest first. */
export function SourceListSheet({ list }: { list: SourceList }) {
  const { sources } = messages()
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <h1 className="title">{sources.all}</h1>
      <p className="lead">{sources.allLead}</p>
      {list.records.length === 0 && (
        <Empty action={{ label: sources.add, path: paths.newSource() }}>{sources.empty}</Empty>
      )}
      <ol className="records plain">
        {list.records.map((record) => (
          <li key={record.number}>
            <RecordLine record={record} />
            <a className="no" href={record.path}>
              {sources.numbered(record.number)}
            </a>
          </li>
        ))}
      </ol>
      <Pager
        first={list.isFirst ? null : paths.sources()}
        next={list.next === null ? null : paths.sources({ after: list.next })}
      />
    </StaticHtml>
  )
}
