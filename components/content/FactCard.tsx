import { Line } from '@/components/content/Line'
import { Opener } from '@/components/content/Opener'
import { Ref } from '@/components/content/Ref'
import type { Shown } from '@/components/content/shown'
import { Emphasized } from '@/components/ui/Emphasized'
import type { FactCard as Card, ClosedFact, GoneFact, OpenFact } from '@/lib/facts/card'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { Provenance, QuotedWords } from './Provenance'
import { Sides } from './Sides'
import { StandingBadge } from './StandingBadge'

interface Props {
  card: Card
  shown: Shown
  /** Inside the closed card, which has the anchor already. */
  isWithin?: boolean
}

/** A fact as a card: the statement first, then one line with standing, speaker and sources. */
export function FactCard({ card, shown, isWithin = false }: Props) {
  if ('why' in card) return <Gone card={card} />
  return card.isClosed ? <Closed card={card} /> : <Open card={card} shown={shown} isWithin={isWithin} />
}

function Open({ card, shown, isWithin }: { card: OpenFact; shown: Shown; isWithin: boolean }) {
  return (
    <article className={`fact ${card.standing ?? ''}`} id={isWithin ? undefined : `fact-${card.number}`}>
      <p className="statement" dir="auto">
        <Line nodes={card.statement} shown={shown} />
      </p>
      <QuotedWords card={card} />
      <div className="said">
        {card.standing && <StandingBadge standing={card.standing} />}
        <Provenance card={card} />
        <SourceCount card={card} shown={shown} />
        <span className="ends">
          <a className="no" href={card.path}>
            {messages().facts.numbered(card.number)}
          </a>
          <ReportLink number={card.number} />
        </span>
      </div>
      {card.standing === 'disputed' && <Sides sides={card.sides} />}
    </article>
  )
}

function SourceCount({ card, shown }: { card: OpenFact; shown: Shown }) {
  const { facts } = messages()
  if (card.sourceCount === 0 && card.citations.length === 0) return null
  const count =
    card.independentCount > 1 ? facts.independent(card.independentCount) : facts.count(card.sourceCount)
  return (
    <span>
      {count}
      {marksOf(card, shown).map((mark) => (
        <Ref key={`${mark.number}${mark.letter}`} use={mark} />
      ))}
    </span>
  )
}

function marksOf(card: OpenFact, shown: Shown) {
  const marks = card.citations.flatMap((citation) => shown.markOf?.(citation) ?? [])
  return marks.sort((a, b) => a.number - b.number)
}

function Closed({ card }: { card: ClosedFact }) {
  const { facts } = messages()
  return (
    <article className="gate" id={`fact-${card.number}`}>
      <span>{card.from ? <Emphasized parts={facts.closedFrom(card.from)} /> : facts.closedUnknown}</span>
      <ReportLink number={card.number} />
      <Opener path={card.openPath} fragment={card.cardPath} />
    </article>
  )
}

function Gone({ card }: { card: GoneFact }) {
  return (
    <article className="fact gone" id={`fact-${card.number}`}>
      <p className="quiet">{messages().facts.gone[card.why](card.number)}</p>
    </article>
  )
}

/** Always visible, so that reporting a fact takes no hover and no extra page. */
function ReportLink({ number }: { number: number }) {
  const { reports } = messages()
  return (
    <a
      className="no report"
      href={paths.fileReport({ fact: number })}
      rel="nofollow"
      aria-label={reports.linkOf(messages().facts.numbered(number))}
    >
      {reports.link}
    </a>
  )
}
