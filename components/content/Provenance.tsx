import type { OpenFact } from '@/lib/facts/card'
import { messages } from '@/lib/messages/messages'

const NAMED_OUTLETS = 2

/**
 * Who said it, to whom, when; or the outlets that report it where no speaker is named. Nothing when neither is known.
 */
export function Provenance({ card }: { card: OpenFact }) {
  if (!card.speaker && !card.saidTo) return <Outlets outlets={card.outlets} />
  return (
    <span className="who">
      {card.speaker &&
        (card.speaker.isGone ? card.speaker.label : <a href={card.speaker.path}>{card.speaker.label}</a>)}
      {card.saidTo && card.speaker && ', '}
      {card.saidTo && <SaidTo words={messages().facts.saidTo(card.saidTo)} original={card.original} />}
      {card.saidOn && `, ${messages().dates.partialDateInWords(card.saidOn)}`}
    </span>
  )
}

const OUT = { rel: 'nofollow' }

/** To whom it was said: the way to the original itself, where that has an address. */
function SaidTo({ words, original }: { words: string; original: string | null }) {
  if (original === null) return words
  return (
    <a href={original} {...OUT}>
      {words}
    </a>
  )
}

function Outlets({ outlets }: { outlets: OpenFact['outlets'] }) {
  if (outlets.length === 0) return null
  const more = outlets.length - NAMED_OUTLETS
  return (
    <span className="who">
      {outlets.slice(0, NAMED_OUTLETS).map(({ label, path, isArticle }, index) => (
        <span key={path}>
          {index > 0 && ', '}
          <a href={path} {...(isArticle && OUT)}>
            {label}
          </a>
        </span>
      ))}
      {more > 0 && ` ${messages().facts.andMore(more)}`}
    </span>
  )
}

/** The quotation from a source, where there is one. */
export function QuotedWords({ card }: { card: OpenFact }) {
  if (!card.quote) return null
  return (
    <p className="quoted" dir="auto">
      <q>{card.quote}</q>
      {card.via && <span className="quiet"> {messages().facts.via(card.via)}</span>}
    </p>
  )
}
