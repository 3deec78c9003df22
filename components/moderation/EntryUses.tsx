import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import type { UsesOfEntry } from '@/lib/moderation/uses'
import { paths } from '@/lib/routes'

/** What uses an entry, counted and named, and the waiting submissions that would change it. */
export function EntryUses({ uses }: { uses: UsesOfEntry }) {
  const texts = messages().moderating.uses
  const { tallies, named, more, isCutShort, waiting } = uses
  return (
    <section className="entry-uses" aria-labelledby="entry-uses">
      <h2 id="entry-uses">{texts.heading}</h2>
      {tallies.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <p>
          {tallies
            .map(({ how, kind, count }) => texts.tally(how, kindOf(kind).texts().counted(count)))
            .join(' · ')}
          . {isCutShort && texts.atLeast(MOST_COUNTED)}
        </p>
      )}
      {named.length > 0 && (
        <ul>
          {named.map(({ label, path }) => (
            <li key={path}>
              <a href={path} dir="auto">
                {label}
              </a>
            </li>
          ))}
          {more > 0 && <li className="quiet">{texts.more(more)}</li>}
        </ul>
      )}
      {waiting.length > 0 && (
        <p className="note">
          {texts.waiting(waiting.length)}{' '}
          {waiting.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={paths.reviewCase(id)}>{texts.submission(id)}</a>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
