import { Provenance } from '@/components/content/Provenance'
import { StandingBadge } from '@/components/content/StandingBadge'
import { inOrder } from '@/components/ui/in-order'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { Hit } from '@/lib/search/hits'
import type { Piece } from '@/lib/search/marks'
import '@/components/styles/facts.css'

/** The results, each in the form of its kind. */
export function Hits({ hits }: { hits: Hit[] }) {
  return (
    <ol className="hits plain">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Eyebrow hit={hit} />
          {kindOf(hit.kind).isShownOnPages ? (
            <p className="statement" dir="auto">
              <a href={hit.path}>
                <Pieces of={hit.title} />
              </a>
            </p>
          ) : (
            <h2 dir="auto">
              <a href={hit.path}>
                <Pieces of={hit.title} />
              </a>
            </h2>
          )}
          {hit.alias && (
            <p className="quiet" dir="auto">
              {messages().reading.search.alias(hit.alias)}
            </p>
          )}
          {hit.pieces.length > 0 && (
            <p className="excerpt" dir="auto">
              <Pieces of={hit.pieces} />
            </p>
          )}
          <Said hit={hit} />
        </li>
      ))}
    </ol>
  )
}

function Eyebrow({ hit: { kind, pageKind, number } }: { hit: Hit }) {
  const texts = kindOf(kind).texts()
  return <p className="eyebrow">{pageKind ?? texts.numbered(number)}</p>
}

/** What stands behind it: how sure a fact is and who said it, or a source's outlet and its article, one tap away. */
function Said({ hit: { card, record } }: { hit: Hit }) {
  if (card)
    return (
      <div className="said">
        {card.standing && <StandingBadge standing={card.standing} />}
        <Provenance card={card} />
        {card.sourceCount > 0 && <span>{messages().facts.count(card.sourceCount)}</span>}
      </div>
    )
  if (!record) return null
  return (
    <div className="said">
      {record.publisher && <span dir="auto">{record.publisher}</span>}
      {record.issued && <span>{messages().dates.partialDateInWords(record.issued)}</span>}
      {record.url && (
        <a href={record.url} rel="external noopener">
          {messages().reading.search.article}
        </a>
      )}
    </div>
  )
}

/** A text with what was looked for marked. */
function Pieces({ of }: { of: readonly Piece[] }) {
  return inOrder(of).map(({ item: piece, place }) =>
    piece.isMatch ? <mark key={place}>{piece.text}</mark> : piece.text,
  )
}
