import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Completions } from './complete'

export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml'
export const SUGGESTIONS_TYPE = 'application/x-suggestions+json'

/** The place of the words in an address (OpenSearch 1.1, URL template syntax). */
const TERMS = '{searchTerms}'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one)

/** A short name has at most 16 characters (OpenSearch 1.1). */
const LONGEST_NAME = 16

/** As many words of a name as there is room for; of one that is longer, its beginning. */
function shortName(name: string): string {
  const letters = [...name]
  if (letters.length <= LONGEST_NAME) return name
  const words = /^(.*\S)\s/su.exec(letters.slice(0, LONGEST_NAME + 1).join(''))?.[1]
  return words ?? letters.slice(0, LONGEST_NAME).join('')
}

const template = (origin: string, path: string) => escaped(`${origin}${path}?q=${TERMS}`)

/** The wiki's OpenSearch description, by which a browser learns to search it from its address bar. */
export function openSearchDescription({ name, origin }: { name: string; origin: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(shortName(name))}</ShortName>
  <LongName>${escaped([...name].slice(0, 48).join(''))}</LongName>
  <Description>${escaped(messages().reading.search.hint)}</Description>
  <Language>${messages().language.tag}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escaped(`${origin}${paths.icon()}`)}</Image>
  <Url type="text/html" method="get" rel="results" template="${template(origin, paths.search())}"/>
  <Url type="${SUGGESTIONS_TYPE}" method="get" rel="suggestions" template="${template(origin, paths.openSearchSuggestions())}"/>
  <Url type="${OPEN_SEARCH_TYPE}" rel="self" template="${escaped(`${origin}${paths.openSearch()}`)}"/>
</OpenSearchDescription>
`
}

/** Suggestions as OpenSearch has them: what was typed, completions, their descriptions, their addresses. */
export function openSearchSuggestions(q: string, origin: string, { pages }: Completions): unknown {
  return [
    q,
    pages.map(({ label }) => label),
    pages.map(({ detail }) => detail ?? ''),
    pages.map(({ path }) => `${origin}${path}`),
  ]
}
