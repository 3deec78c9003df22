import { FactCard } from '@/components/content/FactCard'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { OpenCard } from '@/lib/facts/open-card'
import { messages } from '@/lib/messages/messages'

/** A closed fact's card, opened; its `data-opened` part is also fetched into the place of the closed card. */
export function OpenCardSheet({ opened: { card, names } }: { opened: OpenCard }) {
  const { facts } = messages()
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <h1 className="title small">{facts.openedTitle(card.number)}</h1>
      <div data-opened="">
        <FactCard card={card} shown={{ names }} isWithin />
      </div>
      <p>
        <a href={card.path}>{facts.everything(card.number)}</a>
      </p>
    </StaticHtml>
  )
}
