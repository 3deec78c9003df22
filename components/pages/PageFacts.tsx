import { FactCard } from '@/components/content/FactCard'
import type { Shown } from '@/components/content/shown'
import { Empty } from '@/components/ui/Empty'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { paths } from '@/lib/routes'
import { MoreLink } from './MoreLink'

/** Facts about a page that its text does not list, and a link to add one. */
export function PageFacts({ page, shown }: { page: PageView; shown: Shown }) {
  const { reading, facts } = messages()
  const add = paths.newFact({ about: page.head.label })
  const hasListed = page.listed.size > 0
  return (
    <section aria-labelledby="facts">
      <div className="prose">
        <div className="heading">
          <h2 id="facts">{hasListed && page.facts.length > 0 ? reading.moreFacts : reading.factsHeading}</h2>
          <a className="edit" href={add}>
            {facts.add}
          </a>
        </div>
      </div>
      {page.facts.length > 0 && (
        <div className="facts">
          {page.facts.map((card) => (
            <FactCard key={card.id} card={card} shown={shown} />
          ))}
        </div>
      )}
      <div data-own-facts />
      {page.isCut.facts && <MoreLink page={page} kind="about" text={reading.rest.facts} />}
      {page.facts.length === 0 && hasListed && <p className="quiet">{reading.allListed}</p>}
      {page.facts.length === 0 && !hasListed && (
        <Empty action={{ label: facts.addFirst, path: add }}>{facts.emptyOnPage}</Empty>
      )}
    </section>
  )
}
