import type { ReactNode } from 'react'
import { Blocks } from '@/components/content/Blocks'
import { FactCard } from '@/components/content/FactCard'
import { Picture } from '@/components/pictures/Picture'
import { SearchForm } from '@/components/search/SearchForm'
import { Empty } from '@/components/ui/Empty'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { FactCard as Card } from '@/lib/facts/card'
import type { FrontPage } from '@/lib/front/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Site } from '@/lib/wiki/site'
import { FigureLine } from './FigureLine'
import '@/components/styles/front.css'

/** The front page. */
export function FrontSheet({ site, front }: { site: Site; front: FrontPage }) {
  const texts = messages().reading.front
  const { arrow } = messages().language
  const { names, ofTheDay, featured } = front
  return (
    <StaticHtml as="main" className="front" id="text">
      <header className="welcome">
        <p className="leaf" aria-hidden="true">
          ❧
        </p>
        <h1>{site.name}</h1>
        <p className="lead" dir="auto">
          {site.sentence}
        </p>
        <SearchForm className="find large" />
        <FigureLine figures={front.figures} />
      </header>
      {front.figures.pages === 0 && (
        <Empty action={{ label: messages().reading.pages.create, path: paths.newPage() }}>
          {texts.empty}
        </Empty>
      )}
      {ofTheDay && (
        <section className="day" aria-labelledby="day">
          <h2 className="eyebrow" id="day">
            {texts.factOfTheDay}
          </h2>
          <FactCard card={ofTheDay} shown={{ names }} />
        </section>
      )}
      {featured && (
        <section className="featured" aria-labelledby="featured">
          <h2 id="featured">
            <span className="eyebrow">{texts.featured}</span>
            <a href={featured.path}>{featured.title}</a>
          </h2>
          {featured.picture && (
            <a className="featured-picture" href={featured.path}>
              <Picture picture={featured.picture} sizes="(max-width: 46rem) 92vw, 18rem" isCut />
            </a>
          )}
          <div className="prose lead">
            <Blocks
              blocks={featured.lead.content}
              shown={{
                names: featured.names,
                pictures: featured.pictures,
                passage: (block) => ({ path: paths.openPassage(featured.id, block), opensHere: true }),
              }}
            />
            <p>
              <a href={featured.path}>
                {texts.readOn} {arrow}
              </a>
            </p>
          </div>
        </section>
      )}
      <div className="pair">
        <FactColumn title={texts.newFacts} cards={front.newest} names={names}>
          <a href={paths.facts()}>
            {texts.allFacts} {arrow}
          </a>
        </FactColumn>
        <div>
          <FactColumn title={texts.disputed} cards={front.disputed} names={names}>
            <a href={paths.facts({ standing: 'disputed' })}>
              {texts.allDisputed} {arrow}
            </a>
          </FactColumn>
          <Titles pages={front.newPages} />
          <NeedSource cards={front.needSource} />
        </div>
      </div>
    </StaticHtml>
  )
}

function FactColumn({
  title,
  cards,
  names,
  children,
}: {
  title: string
  cards: Card[]
  names: FrontPage['names']
  children: ReactNode
}) {
  if (cards.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <div className="facts">
        {cards.map((card) => (
          <FactCard key={card.id} card={card} shown={{ names }} />
        ))}
      </div>
      <p className="onward">{children}</p>
    </section>
  )
}

function Titles({ pages }: { pages: FrontPage['newPages'] }) {
  if (pages.length === 0) return null
  return (
    <section>
      <h2>{messages().reading.front.newPages}</h2>
      <ul className="titles">
        {pages.map(({ label, path, kindName }) => (
          <li key={path}>
            <a href={path}>{label}</a> <span className="quiet">{kindName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NeedSource({ cards }: { cards: Card[] }) {
  const open = cards.flatMap((card) => (card.isClosed ? [] : [card]))
  if (open.length === 0) return null
  return (
    <section className="wanted">
      <h2>{messages().reading.front.needSource}</h2>
      <ul className="titles">
        {open.map((card) => (
          <li key={card.id}>
            <a href={paths.fact(card.number)} dir="auto">
              {card.statement.map((node) => node.text).join('')}
            </a>{' '}
            {card.standing && <span className="quiet">{messages().facts.standing[card.standing]}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
