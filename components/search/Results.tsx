import { Empty } from '@/components/ui/Empty'
import { inOrder } from '@/components/ui/in-order'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { type Found, MOST_HITS } from '@/lib/search/loaders'
import { SearchForm } from './SearchForm'

/** Search: the form with the query, and the results. */
export function Results({ found: { query, hits, isOfMany } }: { found: Found }) {
  const texts = messages().reading.search
  return (
    <main className="sheet" id="text">
      <h1 className="title">{texts.title}</h1>
      <SearchForm className="find large" query={query} autoFocus={query === ''} />
      {query === '' && <p className="quiet">{texts.hint}</p>}
      {query !== '' && hits.length === 0 && (
        <>
          <Empty>
            {texts.none(query)} {texts.noneHelp}
          </Empty>
          <p className="actions">
            <a className="btn" href={paths.editPage(query)}>
              {texts.create(query)}
            </a>
          </p>
        </>
      )}
      {hits.length > 0 && (
        <>
          <p className="quiet">
            {isOfMany ? texts.foundAmongMany(hits.length) : texts.found(hits.length, MOST_HITS)}
          </p>
          <ol className="hits plain">
            {hits.map((hit) => (
              <li key={hit.path}>
                <span className="eyebrow">{kindOf(hit.kind).texts().one}</span>
                <a href={hit.path} dir="auto">
                  {hit.label}
                </a>
                {hit.alias && (
                  <p className="quiet" dir="auto">
                    {texts.alias(hit.alias)}
                  </p>
                )}
                {hit.pieces.length > 0 && (
                  <p dir="auto">
                    {inOrder(hit.pieces).map(({ item: piece, place }) =>
                      piece.isMatch ? <mark key={place}>{piece.text}</mark> : piece.text,
                    )}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </main>
  )
}
