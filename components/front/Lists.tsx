import { FactCard } from '@/components/content/FactCard'
import type { FactCard as Card } from '@/lib/facts/card'
import type { FrontPage } from '@/lib/front/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { Section } from './Section'

/** Facts whose sources disagree, with both sides. */
export function Disputed({ cards, names }: { cards: Card[]; names: FrontPage['names'] }) {
  const texts = messages().reading.front
  const all = { label: texts.allDisputed, path: paths.facts({ standing: 'disputed' }) }
  return (
    <Section title={texts.disputed} all={all}>
      <div className="facts">
        {cards.map((card) => (
          <FactCard key={card.id} card={card} shown={{ names }} />
        ))}
      </div>
    </Section>
  )
}

/** The newest pages, with their kinds. */
export function NewPages({ pages }: { pages: FrontPage['newPages'] }) {
  const texts = messages().reading.front
  return (
    <Section title={texts.newPages} all={{ label: texts.allPages, path: paths.pages() }}>
      <ul className="titles">
        {pages.map(({ label, path, kindName }) => (
          <li key={path}>
            <a href={path} dir="auto">
              {label}
            </a>{' '}
            <span className="quiet">{kindName}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
