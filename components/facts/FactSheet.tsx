import type { ReactNode } from 'react'
import { PassageLine } from '@/components/citations/PassageLine'
import { Evidence } from '@/components/content/Evidence'
import { Line } from '@/components/content/Line'
import { Provenance, QuotedWords } from '@/components/content/Provenance'
import { Sides } from '@/components/content/Sides'
import { StandingBadge } from '@/components/content/StandingBadge'
import { EditedLine } from '@/components/entries/EditedLine'
import { EntryTools } from '@/components/entries/EntryTools'
import { LicenceLine } from '@/components/entries/Licences'
import { ProtectionMark } from '@/components/entries/ProtectionMark'
import { talkTab } from '@/components/entries/talk-tab'
import { CiteThis } from '@/components/sharing/CiteThis'
import { Emphasized } from '@/components/ui/Emphasized'
import { Empty } from '@/components/ui/Empty'
import { inOrder } from '@/components/ui/in-order'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import type { FactView } from '@/lib/facts/view'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { lookOf } from '@/lib/standings/standing'
import { CitationChecks } from './CitationChecks'
import { CitationItem } from './CitationItem'
import '@/components/styles/factsheet.css'

interface Props {
  fact: FactView
  banner?: ReactNode
  /** How many threads about it are open; left out on an old version. */
  openThreads?: number
}

/** A fact's own page: statement, speaker, standing, all sources. */
export function FactSheet({ fact, banner, openThreads }: Props) {
  const { facts } = messages()
  const { card, content } = fact
  const path = paths.fact(card.number)
  return (
    <StaticHtml
      as="main"
      className={card.standing ? `sheet factsheet ${lookOf(card.standing)}` : 'sheet factsheet'}
      id="text"
      data-entry={card.id}
    >
      {banner}
      <a className="eyebrow" href={paths.facts()}>
        {facts.numbered(card.number)}
      </a>
      <h1 className="claim" dir="auto" {...(!banner && { 'data-public': '' })}>
        <Line nodes={card.statement} shown={{ names: fact.names }} />
      </h1>
      <QuotedWords card={card} />
      <div className="said">
        <Provenance card={card} />
      </div>
      <ProtectionMark of={fact.head} />
      <Tabs
        label={messages().reading.tabs.label}
        tabs={[
          { label: facts.tab, path, isCurrent: !banner },
          talkTab(paths.factTalk(card.number), openThreads),
          { label: facts.history, path: paths.factHistory(card.number) },
          { label: facts.edit, path: paths.editFact(card.number), isAction: true },
        ]}
      />
      {card.standing && (
        <section className="verdict">
          <StandingBadge standing={card.standing} />
          <Evidence card={card} standing={card.standing} checked={fact.checks?.saysSo ?? null} />
        </section>
      )}
      <Sides sides={card.sides} />
      <Details fact={fact} />
      <section className="prose">
        <div className="heading">
          <h2 id="citations">{facts.citations}</h2>
          <a className="edit" href={paths.editFact(card.number)}>
            {facts.addCitation}
          </a>
        </div>
      </section>
      {content.citations.length === 0 ? (
        <Empty>{facts.noCitations}</Empty>
      ) : (
        <ol className="citations plain">
          {inOrder(content.citations).map(({ item, place }) => (
            <CitationItem key={place} citation={item} record={fact.records.get(item.source)}>
              <PassageLine passage={fact.passages.get(item)} locator={item.locator} />
              {fact.checks && <CitationChecks fact={fact} citation={item} />}
            </CitationItem>
          ))}
        </ol>
      )}
      <footer className="foot">
        <p className="quiet">
          <EditedLine head={fact.head} />
        </p>
        <LicenceLine of={[fact.head]} />
        <CiteThis entry={fact.head} />
        <EntryTools entry={fact.head}>
          <li>
            <a href={paths.splitFact(card.number)} rel="nofollow">
              {facts.split.link}
            </a>
          </li>
        </EntryTools>
      </footer>
    </StaticHtml>
  )
}

function Details({ fact }: { fact: FactView }) {
  const { facts } = messages()
  const { content, about, gate } = fact
  return (
    <dl className="details">
      <div>
        <dt>{facts.about}</dt>
        <dd className="chips">
          {about.map((name) => (
            <a key={name.path} className="chip" href={name.path}>
              {name.label}
            </a>
          ))}
        </dd>
      </div>
      {content.topics.length > 0 && (
        <div>
          <dt>{facts.topics}</dt>
          <dd>{content.topics.join(', ')}</dd>
        </div>
      )}
      {gate !== null && (
        <div>
          <dt>{facts.gateLabel}</dt>
          <dd>{gate ? <Emphasized parts={facts.closedFrom(gate)} /> : facts.openedUnknown}</dd>
        </div>
      )}
      {content.isPrivateLife && (
        <div>
          <dt>{facts.privateLifeLabel}</dt>
          <dd>{facts.privateLife}</dd>
        </div>
      )}
    </dl>
  )
}
