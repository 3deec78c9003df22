import { messages } from '@/lib/messages/messages'
import type { Found } from '@/lib/search/loaders'
import { sorts } from '@/lib/search/narrow'
import { addressOf } from './address'

/** The kinds of entries among the results, and the orders that they can have, as links. */
export function SortLinks({ found }: { found: Found }) {
  const texts = messages().reading.search
  const kinds = found.groups.find(({ facet }) => facet === 'kind')?.values ?? []
  const all = kinds.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="sort">
      <nav className="chips" aria-label={texts.facet.kind}>
        <a
          className="chip"
          href={addressOf(found, { kind: null })}
          aria-current={found.by.kind ? undefined : 'true'}
          rel="nofollow"
        >
          {texts.all} <span className="count">{texts.some(all, found.isOfMany)}</span>
        </a>
        {kinds.map(({ value, label, count, isMore, isChosen }) => (
          <a
            key={value}
            className="chip"
            href={addressOf(found, { kind: value })}
            aria-current={isChosen ? 'true' : undefined}
            rel="nofollow"
          >
            {label} <span className="count">{texts.some(count, isMore)}</span>
          </a>
        ))}
      </nav>
      <nav className="orders" aria-label={texts.sort}>
        <span aria-hidden="true">{texts.sort}</span>
        {sorts.map((sort) => (
          <a
            key={sort}
            href={addressOf(found, { sort: sort === 'best' ? null : sort })}
            aria-current={sort === found.sort ? 'true' : undefined}
            rel="nofollow"
          >
            {texts.sortBy[sort]}
          </a>
        ))}
      </nav>
    </div>
  )
}
