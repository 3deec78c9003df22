import { ListFiles } from '@/components/citations/ListFiles'
import { RecordLine } from '@/components/citations/RecordLine'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { SourceList } from '@/lib/sources/source-list'

/** All sources, or those of an outlet, newest first. */
export function SourceListSheet({ list }: { list: SourceList }) {
  const { sources } = messages()
  const { outlets } = messages().ways
  const { outlet } = list
  const here = (after?: number) => paths.sources({ after, outlet: outlet?.key })
  return (
    <StaticHtml as="main" className="sheet" id="text">
      {outlet ? (
        <>
          <a className="eyebrow" href={paths.outlets()}>
            {outlets.all}
          </a>
          <h1 className="title" dir="auto">
            {outlets.of(outlet.name)}
          </h1>
        </>
      ) : (
        <>
          <h1 className="title">{sources.all}</h1>
          <p className="lead">{sources.allLead}</p>
          <p>
            <a href={paths.outlets()}>{outlets.byOutlet}</a>
            {' · '}
            <a href={paths.importSources()}>{messages().importing.link}</a>
          </p>
        </>
      )}
      {list.records.length === 0 && (
        <Empty action={{ label: sources.add, path: paths.newSource() }}>
          {outlet ? outlets.nothing : sources.empty}
        </Empty>
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
      {list.records.length > 0 && (
        <p className="quiet">
          {messages().sharing.cite.list} <ListFiles of={{ outlet: outlet?.key }} />
        </p>
      )}
      <Pager first={list.isFirst ? null : here()} next={list.next === null ? null : here(list.next)} />
    </StaticHtml>
  )
}
