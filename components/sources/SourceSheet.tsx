import type { ReactNode } from 'react'
import { FactCard } from '@/components/content/FactCard'
import { EditedLine } from '@/components/entries/EditedLine'
import { EntryTools } from '@/components/entries/EntryTools'
import { LicenceLine } from '@/components/entries/Licences'
import { ProtectionMark } from '@/components/entries/ProtectionMark'
import { talkTab } from '@/components/entries/talk-tab'
import { CiteThis } from '@/components/sharing/CiteThis'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { CitingEntries } from '@/lib/sources/loaders'
import type { SourceView } from '@/lib/sources/view'
import { SourceDetails } from './SourceDetails'

interface Props {
  source: SourceView
  /** What cites it; left out on an old version. */
  resting?: CitingEntries
  banner?: ReactNode
  /** How many threads about it are open; left out on an old version. */
  openThreads?: number
}

/** A source's own page: the record, and what cites it. */
export function SourceSheet({ source, resting, banner, openThreads }: Props) {
  const { sources, facts } = messages()
  const { record } = source
  return (
    <StaticHtml as="main" className="sheet" id="text" data-entry={source.id}>
      {banner}
      <a className="eyebrow" href={paths.sources()}>
        {sources.numbered(record.number)}
      </a>
      <h1 className={record.isDescribed ? 'title small described' : 'title small'} dir="auto">
        {record.title}
      </h1>
      <ProtectionMark of={source.head} />
      <Tabs
        label={messages().reading.tabs.label}
        tabs={[
          { label: sources.one, path: record.path, isCurrent: !banner },
          talkTab(paths.sourceTalk(record.number), openThreads),
          { label: facts.history, path: paths.sourceHistory(record.number) },
          { label: facts.edit, path: paths.editSource(record.number), isAction: true },
        ]}
      />
      <SourceDetails source={source} />
      {resting && <CitedBy resting={resting} number={record.number} />}
      <footer className="foot">
        <p className="quiet">
          <EditedLine head={source.head} />
        </p>
        <LicenceLine of={[source.head]} />
        <CiteThis entry={source.head} />
        <EntryTools entry={source.head} />
      </footer>
    </StaticHtml>
  )
}

function CitedBy({ resting, number }: { resting: CitingEntries; number: number }) {
  const { sources } = messages()
  const { cards, pages } = resting
  if (cards.length === 0 && pages.length === 0) return <Empty>{sources.notCited}</Empty>
  return (
    <>
      {cards.length > 0 && (
        <section>
          <div className="prose">
            <h2>{sources.citingFacts}</h2>
          </div>
          <div className="facts">
            {cards.map((card) => (
              <FactCard key={card.id} card={card} shown={{ names: resting.names }} />
            ))}
          </div>
        </section>
      )}
      {pages.length > 0 && (
        <section className="prose">
          <h2>{sources.citingPages}</h2>
          <ul className="titles">
            {pages.map((page) => (
              <li key={page.path}>
                <a href={page.path}>{page.label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Pager
        first={resting.isFirst ? null : paths.source(number)}
        next={resting.next === null ? null : paths.source(number, { after: resting.next })}
      />
    </>
  )
}
