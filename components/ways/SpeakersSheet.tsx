import { FactCard } from '@/components/content/FactCard'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { SpeakerList, SpeakerPage } from '@/lib/facts/speakers'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { CountedLinks } from './CountedLinks'
import { WaySheet } from './WaySheet'

/** Everybody who is quoted, with how much. */
export function SpeakersSheet({ list }: { list: SpeakerList }) {
  const texts = messages().ways.speakers
  return (
    <WaySheet title={texts.title} lead={texts.lead}>
      {list.speakers.length === 0 && (
        <Empty action={{ label: texts.add, path: paths.newFact() }}>{texts.none}</Empty>
      )}
      <CountedLinks
        links={list.speakers.map(({ label, path, count }) => ({ label, path, count: texts.facts(count) }))}
      />
      <Pager
        first={list.isFirst ? null : paths.speakers()}
        next={list.next === null ? null : paths.speakers({ after: list.next })}
      />
    </WaySheet>
  )
}

/** Everything that somebody said, in the order in which it was written down. */
export function SpeakerSheet({ said }: { said: Extract<SpeakerPage, { state: 'found' }> }) {
  const texts = messages().ways.speakers
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <a className="eyebrow" href={paths.speakers()}>
        {texts.title}
      </a>
      <h1 className="title" dir="auto">
        {texts.saidBy(said.label)}
      </h1>
      <p>
        <a href={said.path}>{texts.page(said.label)}</a>
      </p>
      {said.cards.length === 0 && (
        <Empty action={{ label: texts.add, path: paths.newFact({ about: said.label }) }}>
          {texts.nothing}
        </Empty>
      )}
      <div className="facts">
        {said.cards.map((card) => (
          <FactCard key={card.id} card={card} shown={{ names: said.names }} />
        ))}
      </div>
      <Pager
        first={said.isFirst ? null : paths.speaker(said.label)}
        next={said.next === null ? null : paths.speaker(said.label, { after: said.next })}
      />
    </StaticHtml>
  )
}
