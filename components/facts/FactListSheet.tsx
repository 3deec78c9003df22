import { FactCard } from '@/components/content/FactCard'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { FactList } from '@/lib/facts/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { lookOf, standings } from '@/lib/standings/standing'

/** All facts, or those of one standing. */
export function FactListSheet({ list }: { list: FactList }) {
  const { facts } = messages()
  const { standing, next } = list
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <h1 className="title">{facts.all}</h1>
      <p className="lead">{list.standing ? facts.standingMeans[list.standing] : facts.allLead}</p>
      <StandingFilter list={list} />
      {list.cards.length === 0 && (
        <Empty action={{ label: facts.add, path: paths.newFact() }}>
          {list.standing ? facts.emptyStanding : facts.empty}
        </Empty>
      )}
      <div className="facts">
        {list.cards.map((card) => (
          <FactCard key={card.id} card={card} shown={{ names: list.names }} />
        ))}
      </div>
      <Pager
        first={list.isFirst ? null : paths.facts({ standing })}
        next={next === null ? null : paths.facts({ after: next, standing })}
      />
    </StaticHtml>
  )
}

function StandingFilter({ list }: { list: FactList }) {
  const { facts, upTo } = messages()
  const total = [...list.counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <nav className="chips filter" aria-label={facts.howSure}>
      <a className="chip" href={paths.facts()} aria-current={list.standing ? undefined : 'page'}>
        {facts.everyStanding} <span className="count">{upTo(total)}</span>
      </a>
      {standings
        .filter((standing) => list.counts.has(standing) || standing === list.standing)
        .map((standing) => (
          <a
            key={standing}
            className={`chip ${lookOf(standing)}`}
            href={paths.facts({ standing })}
            aria-current={standing === list.standing ? 'page' : undefined}
          >
            {facts.standing[standing]} <span className="count">{upTo(list.counts.get(standing) ?? 0)}</span>
          </a>
        ))}
    </nav>
  )
}
