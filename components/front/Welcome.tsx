import { SearchForm } from '@/components/search/SearchForm'
import type { Site } from '@/lib/wiki/site'

/** The wiki's name, what it is about, and the search. */
export function Welcome({ site }: { site: Site }) {
  return (
    <header className="welcome">
      <p className="leaf" aria-hidden="true">
        ❧
      </p>
      <h1>{site.name}</h1>
      <p className="lead" dir="auto">
        {site.sentence}
      </p>
      <SearchForm className="find large" />
    </header>
  )
}
