import { Line } from '@/components/content/Line'
import { Lock } from '@/components/content/Lock'
import { Ref } from '@/components/content/Ref'
import type { Shown } from '@/components/content/shown'
import type { FactCard as Card, ClosedFact, GoneFact, OpenFact } from '@/lib/facts/card'
import { messages } from '@/lib/messages/messages'
import { factToken } from '@/lib/progress/progress'
import { paths } from '@/lib/routes'
import { lookOf } from '@/lib/standings/standing'
import { Provenance, QuotedWords } from './Provenance'
import { Sides } from './Sides'
import { OpeningBadge } from './StandingBadge'

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
  const talk = card.talk?.isOpen ? card.talk.path : shown.discussed?.facts.get(card.number)
  return (
    <article
      className={card.standing ? `fact ${lookOf(card.standing)}` : 'fact'}
      id={isWithin ? undefined : `fact-${card.number}`}
    >
      <p className="statement" dir="auto">
        <Line nodes={card.statement} shown={shown} />
      </p>
      <QuotedWords card={card} />
      <div className="said">
        {card.standing && <OpeningBadge card={card} standing={card.standing} isWithin={isWithin} />}
        <Provenance card={card} />
        <span className="tail">
          <SourceCount card={card} shown={shown} />
          {talk !== undefined && (
            <a className="discussed" href={talk}>
              {messages().talk.beingDiscussed}
            </a>
          )}
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
  if (card.sourceCount === 0) return null
  const marks = marksOf(card, shown)
  return (
    <span className="srcs">
      {messages().facts.count(card.sourceCount)}
      {marks.length > 0 && (
        <span className="marks">
          {marks.map((mark) => (
            <Ref key={mark.number} use={mark} />
          ))}
        </span>
      )}
    </span>
  )
}

function marksOf(card: OpenFact, shown: Shown) {
  const marks = card.citations.flatMap((citation) => shown.markOf?.(citation) ?? [])
  return marks.sort((a, b) => a.number - b.number)
}

function Closed({ card }: { card: ClosedFact }) {
  return (
    <Lock
      lock={card.lock}
      anchor={`fact-${card.number}`}
      token={factToken(card.number)}
      way={{ path: card.openPath, fragment: card.cardPath, opensHere: true }}
    >
      <ReportLink number={card.number} />
    </Lock>
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
