import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { Found } from '@/lib/search/loaders'
import { LONGEST_QUERY } from '@/lib/titles/search-query'
import { addressOf } from './address'
import { Facets } from './Facets'
import { Hits } from './Hits'
import { NothingFound } from './NothingFound'
import { SearchForm } from './SearchForm'
import { SortLinks } from './SortLinks'
import '@/components/styles/search.css'

/** What was found: the form with the query, what the results can be narrowed down by, and the results. */
export function SearchSheet({ found }: { found: Found }) {
  const texts = messages().reading.search
  const { query, hits, corrected, next } = found
  return (
    <StaticHtml as="main" className="sheet results" id="text">
      <div className="top">
        <h1 className="title">{texts.title}</h1>
        <SearchForm className="find large" query={query} />
        <p className="count-line" role="status">
          {hits.length > 0 && texts.results(found.count, found.isOfMany, corrected ?? query)}
        </p>
        {corrected !== null && (
          <p className="did">
            {texts.instead.before}
            <em dir="auto">{query}</em>
            {texts.instead.after}{' '}
            <a href={addressOf(found, { exact: '1' })} rel="nofollow">
              {texts.exactly}
            </a>
          </p>
        )}
        {found.wasCut && <p className="did">{texts.wasCut(LONGEST_QUERY)}</p>}
      </div>
      {found.groups.some(({ values }) => values.length > 0) && <Facets found={found} />}
      <div className="list">
        {hits.length > 0 ? (
          <>
            <SortLinks found={found} />
            <Hits hits={hits} />
          </>
        ) : (
          <NothingFound found={found} />
        )}
        {found.isOfMany && hits.length > 0 && <p className="quiet">{texts.ofMany}</p>}
        {next !== null && (
          <p className="actions">
            <a className="btn" href={addressOf(found, { after: next })} rel="next nofollow">
              {texts.next}
            </a>
          </p>
        )}
      </div>
    </StaticHtml>
  )
}
