import { StaticHtml } from '@/components/ui/StaticHtml'
import { TitleList } from '@/components/ui/TitleList'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Start } from '@/lib/search/start'
import { SearchForm } from './SearchForm'
import '@/components/styles/search.css'

/** Search before anything was asked: how to ask, and ways to look around instead. */
export function SearchStart({ start: { newPages } }: { start: Start }) {
  const texts = messages().reading.search
  return (
    <StaticHtml as="main" className="sheet search-start" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{texts.hint}</p>
      <SearchForm className="find large" autoFocus />
      <div className="halves">
        <section aria-labelledby="ways">
          <h2 id="ways">{texts.waysTitle}</h2>
          <dl className="spellings">
            {texts.ways.map(([asked, means]) => (
              <div key={asked}>
                <dt>
                  <a href={paths.search({ q: asked.replace(/[“”]/g, '"') })} rel="nofollow">
                    {asked}
                  </a>
                </dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </section>
        {newPages.length > 0 && (
          <section aria-labelledby="new-pages">
            <h2 id="new-pages">{texts.newPages}</h2>
            <TitleList pages={newPages} />
          </section>
        )}
      </div>
      <Browse />
    </StaticHtml>
  )
}

/** Where to look around, instead of searching. */
export function Browse() {
  const { frame, reading } = messages()
  const places = [
    [paths.pages(), frame.allPages],
    [paths.facts(), frame.facts],
    [paths.sources(), frame.sources],
    [paths.files(), frame.files],
    [paths.recent(), frame.recent],
  ] as const
  return (
    <nav className="browse" aria-labelledby="browse">
      <h2 id="browse">{reading.search.browseTitle}</h2>
      <div className="chips">
        {places.map(([path, label]) => (
          <a key={path} className="chip" href={path}>
            {label}
          </a>
        ))}
      </div>
    </nav>
  )
}
