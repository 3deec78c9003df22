/**
 * The routes that are the same bytes for everybody, each with the query parameters it knows. `*` stands for one or
 * more segments, `:name` for exactly one. What is not here is private: forgetting a route costs speed, never a secret.
 */
const SHARED: Record<string, readonly string[]> = {
  '/': [],
  '/wiki/*': [],
  '/history/*': ['before'],
  '/links/*': ['after', 'kind'],
  '/info/*': [],
  '/facts': ['after', 'standing'],
  '/facts/:number': [],
  '/facts/:number/history': ['before'],
  '/facts/:number/links': ['after', 'kind'],
  '/facts/:number/info': [],
  '/sources': ['after'],
  '/sources/:number': ['after'],
  '/sources/:number/history': ['before'],
  '/sources/:number/links': ['after', 'kind'],
  '/sources/:number/info': [],
  '/diff/:older/:newer': [],
  '/pages': [],
  '/pages/:kind': ['after'],
  '/recent': ['before', 'minor'],
  '/log': ['act', 'before', 'of'],
  '/accounts/:id': ['before', 'kind'],
  '/revisions/:id': [],
  '/open/facts/:number': [],
  '/open/cards/:revision': [],
  '/open/passages/:entry/:block': [],
  '/open/revisions/:id': [],
  '/open/diff/:older/:newer': [],
  '/favicon.ico': [],
  '/icon.svg': [],
  '/robots.txt': [],
}

const patterns = Object.entries(SHARED).map(([pattern, parameters]) => ({
  parts: pattern.split('/').filter(Boolean),
  parameters,
}))

/** The query parameters, sorted by name, that a shared route knows; null when the route is not shared. */
export function sharedParameters(segments: string[]): readonly string[] | null {
  return patterns.find(({ parts }) => matches(parts, segments))?.parameters ?? null
}

function matches(parts: string[], segments: string[]): boolean {
  if (parts.at(-1) === '*') {
    return segments.length >= parts.length && parts.slice(0, -1).every((part, at) => part === segments[at])
  }
  return (
    parts.length === segments.length &&
    parts.every((part, at) => part.startsWith(':') || part === segments[at])
  )
}
