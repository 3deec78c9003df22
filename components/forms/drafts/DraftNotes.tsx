'use client'
import { messages } from '@/lib/messages/messages'
import type { Described, Offers } from './use-offers'

interface Props {
  offers: Offers & { restoredAt: number | null; isKept: boolean; discard: () => void }
}

/** Says that a draft was restored, which others were never sent, and that this browser has no room for drafts. */
export function DraftNotes({ offers }: Props) {
  const texts = messages().editing.draft
  const { restoredAt, isKept, discard, offered, inTheWay } = offers
  return (
    <div role="status">
      {restoredAt !== null && (
        <p className="note">
          {texts.restored(messages().dates.momentHere(restoredAt))}{' '}
          <button type="button" onClick={discard}>
            {texts.discard}
          </button>
        </p>
      )}
      {offered.length > 0 && <Offered offers={offers} />}
      {!isKept && inTheWay === null && <p className="note">{texts.notKept}</p>}
      {inTheWay !== null && <NoRoom others={inTheWay} onThrowAway={offers.throwAway} />}
    </div>
  )
}

function Offered({ offers: { offered, takeUp, leave, throwAway } }: Props) {
  const texts = messages().editing.draft
  return (
    <section className="note draft-offers" aria-label={texts.offersLabel}>
      <p>{texts.offered(offered.length)}</p>
      <ul className="plain">
        {offered.map((one) => (
          <li key={one.key}>
            <Words draft={one} />
            <button type="button" onClick={() => takeUp(one.key)} aria-label={texts.takeUpWhich(named(one))}>
              {texts.takeUp}
            </button>{' '}
            <button
              type="button"
              onClick={() => throwAway(one.key)}
              aria-label={texts.throwAwayWhich(named(one))}
            >
              {texts.throwAway}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" onClick={leave}>
          {texts.leave(offered.length)}
        </button>
      </p>
    </section>
  )
}

function NoRoom({ others, onThrowAway }: { others: Described[]; onThrowAway: (key: string) => void }) {
  const texts = messages().editing.draft
  return (
    <section className="note is-refusal draft-offers" aria-label={texts.noRoomLabel}>
      <p>{others.length > 0 ? texts.noRoom : texts.noRoomAtAll}</p>
      <ul className="plain">
        {others.slice(0, 5).map((one) => (
          <li key={one.key}>
            <Words draft={one} />
            {one.path && (
              <a href={one.path} target="_blank" rel="noreferrer">
                {texts.open}
              </a>
            )}{' '}
            <button
              type="button"
              onClick={() => onThrowAway(one.key)}
              aria-label={texts.throwAwayWhich(named(one))}
            >
              {texts.throwAway}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const named = ({ at, words }: Described) => words || messages().dates.momentHere(at)

function Words({ draft: { at, words } }: { draft: Described }) {
  return (
    <p>
      {messages().dates.momentHere(at)}
      {words && (
        <>
          : <q dir="auto">{words}</q>
        </>
      )}
    </p>
  )
}
