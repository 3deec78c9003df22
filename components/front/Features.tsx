import { Blocks } from '@/components/content/Blocks'
import { Line } from '@/components/content/Line'
import { Provenance } from '@/components/content/Provenance'
import { StandingBadge } from '@/components/content/StandingBadge'
import { Picture } from '@/components/pictures/Picture'
import type { FactCard } from '@/lib/facts/card'
import type { FrontPage } from '@/lib/front/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** The page that the wiki recommends, with its picture and introduction. */
export function Featured({ featured }: { featured: NonNullable<FrontPage['featured']> }) {
  const texts = messages().reading.front
  const { path, picture, names, pictures } = featured
  return (
    <section className={picture ? 'featured has-picture' : 'featured'} aria-labelledby="featured">
      {picture && (
        <div className="featured-picture">
          <Picture picture={picture} sizes="(max-width: 52rem) 96vw, 38rem" isCut isFirst />
        </div>
      )}
      <div>
        <h2 id="featured">
          <span className="eyebrow">{texts.featured}</span>
          <a href={path}>{featured.title}</a>
        </h2>
        <div className="prose lead">
          <Blocks
            blocks={featured.lead.content}
            shown={{
              names,
              pictures,
              passages: featured.passages,
              passage: (block) => ({ path: paths.openPassage(featured.id, block), opensHere: true }),
            }}
          />
        </div>
        <a className="btn" href={path} aria-label={texts.readOnAbout(featured.title)}>
          {texts.readOn}
        </a>
      </div>
    </section>
  )
}

/** One fact in large type, another every day. */
export function FactOfTheDay({ card, names }: { card: FactCard; names: FrontPage['names'] }) {
  if (card.isClosed) return null
  return (
    <section className="day" aria-labelledby="day">
      <h2 className="eyebrow" id="day">
        {messages().reading.front.factOfTheDay}
      </h2>
      <p className="statement" dir="auto">
        <Line nodes={card.statement} shown={{ names }} />
      </p>
      <div className="said">
        {card.standing && <StandingBadge standing={card.standing} />}
        <Provenance card={card} />
        <a className="no" href={card.path}>
          {messages().facts.numbered(card.number)}
        </a>
      </div>
    </section>
  )
}
